package dev.lockstep.tracker.impact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Finds the calls into libraries behind which operations lie. Where an argument names the operation, it is followed to where it
 * was made within the method; one that comes from elsewhere may name any operation that the code names anywhere.
 */
final class LibraryUses {
    private final KnownClients clients;
    private final Libraries libraries;
    private final Map<Type, Boolean> namers = new HashMap<>();
    private final Set<String> namedAnywhere = new TreeSet<>();

    LibraryUses(KnownClients clients, Libraries libraries, List<ClassNode> classes) {
        this.clients = clients;
        this.libraries = libraries;
        for (ClassNode type : classes) {
            for (MethodNode method : type.methods) {
                for (AbstractInsnNode instruction : method.instructions) {
                    Libraries.Call call = Libraries.Call.of(instruction);
                    if (call != null) {
                        namedAnywhere.addAll(libraries.named(call));
                    }
                    Libraries.Call.handles(instruction).forEach(each -> namedAnywhere.addAll(libraries.named(each)));
                }
            }
        }
    }

    void find(ClassNode type, Consumer<Use> uses) {
        for (MethodNode method : type.methods) {
            if ((method.access & Opcodes.ACC_BRIDGE) == 0) {
                find(type, method, uses);
            }
        }
    }

    private void find(ClassNode type, MethodNode method, Consumer<Use> uses) {
        String name = ClassUses.method(type, method);
        String file = ClassUses.file(type);
        InsnList instructions = method.instructions;
        int line = 0;
        for (int i = 0; i < instructions.size(); i++) {
            AbstractInsnNode instruction = instructions.get(i);
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            }
            Libraries.Call call = Libraries.Call.of(instruction);
            if (call != null && libraries.has(call.owner())) {
                Set<String> symbols = symbols(call, () -> argument(type, method, (MethodInsnNode) instruction));
                add(symbols, call, new Place(file, line, name), uses);
            }
            for (Libraries.Call handle : Libraries.Call.handles(instruction)) {
                if (libraries.has(handle.owner())) {
                    add(symbols(handle, () -> namedAnywhere), handle, new Place(file, line, name), uses);
                }
            }
        }
    }

    private record Place(String file, int line, String method) {}

    private static void add(Set<String> symbols, Libraries.Call call, Place place, Consumer<Use> uses) {
        String through = Symbols.type(call.owner()) + "." + call.name();
        for (String symbol : symbols) {
            uses.accept(new Use(symbol, place.file(), place.line(), place.method(), through));
        }
    }

    /** What a call comes to: operations, and of other symbols those that belong to one of them. */
    private Set<String> symbols(Libraries.Call call, java.util.function.Supplier<Set<String>> argument) {
        Set<String> reached = libraries.reached(call);
        Set<String> operations = new TreeSet<>(reached);
        operations.removeIf(symbol -> clients.operation(symbol) == null);
        if (operations.isEmpty()) {
            return operations;
        }
        if (namer(call) >= 0) {
            Set<String> named = argument.get();
            if (!named.isEmpty()) {
                operations.retainAll(named);
            }
        }
        Set<String> types = new HashSet<>();
        operations.forEach(operation -> types.addAll(clients.types(operation)));
        Set<String> symbols = new TreeSet<>(operations);
        for (String symbol : reached) {
            if (types.contains(Symbols.owner(symbol))) {
                symbols.add(symbol);
            }
        }
        return symbols;
    }

    /** Which parameter names the operation; -1 for none. */
    private int namer(Libraries.Call call) {
        Type[] parameters = Type.getArgumentTypes(call.descriptor());
        for (int i = 0; i < parameters.length; i++) {
            if (namers.computeIfAbsent(parameters[i], libraries::names)) {
                return i;
            }
        }
        return -1;
    }

    private Set<String> argument(ClassNode type, MethodNode method, MethodInsnNode call) {
        Set<String> found = new TreeSet<>();
        try {
            Frame<SourceValue>[] frames = new Analyzer<>(new Origins()).analyze(type.name, method);
            Frame<SourceValue> frame = frames[method.instructions.indexOf(call)];
            if (frame == null) {
                return namedAnywhere;
            }
            int parameters = Type.getArgumentTypes(call.desc).length;
            int index = namer(new Libraries.Call(call.owner, call.name, call.desc));
            for (AbstractInsnNode source : frame.getStack(frame.getStackSize() - parameters + index).insns) {
                Libraries.Call made = Libraries.Call.of(source);
                Set<String> named = made == null ? Set.of() : libraries.named(made);
                if (named.isEmpty()) {
                    return namedAnywhere;
                }
                found.addAll(named);
            }
        } catch (AnalyzerException e) {
            return namedAnywhere;
        }
        return found.isEmpty() ? namedAnywhere : found;
    }

    /** Follows values through variables and casts to what made them. */
    private static final class Origins extends SourceInterpreter {
        Origins() {
            super(Opcodes.ASM9);
        }

        @Override
        public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
            return value;
        }

        @Override
        public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
            return instruction.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(instruction, value);
        }
    }
}

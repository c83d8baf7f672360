package dev.lockstep.tracker.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Libraries that stand between somebody's code and generated clients. A call into one uses what can be reached from there: a
 * call of an interface or open method reaches every implementation in the libraries.
 *
 * <p>Some libraries say with a value which operation is meant, as {@code Tavus.conversation(id)} does: a static method that
 * calls no operation itself but holds the name of one that its class calls. Such a method names that operation.
 */
final class Libraries {
    private final KnownClients clients;
    private final Map<String, ClassNode> classes = new HashMap<>();
    private final Map<String, MethodNode> methods = new HashMap<>();
    private final Map<String, List<String>> subtypes = new HashMap<>();
    private final Map<String, Set<String>> reached = new HashMap<>();
    private final Map<String, Set<String>> named = new HashMap<>();

    /** A method of a library, as class files call it. */
    record Call(String owner, String name, String descriptor) {
        String key() {
            return owner + "." + name + descriptor;
        }

        static @Nullable Call of(AbstractInsnNode instruction) {
            return instruction instanceof MethodInsnNode call ? new Call(call.owner, call.name, call.desc) : null;
        }

        static List<Call> handles(AbstractInsnNode instruction) {
            List<Call> calls = new ArrayList<>();
            if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                for (Object argument : dynamic.bsmArgs) {
                    if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                        calls.add(new Call(handle.getOwner(), handle.getName(), handle.getDesc()));
                    }
                }
            }
            return calls;
        }
    }

    Libraries(KnownClients clients, List<ClassNode> nodes) {
        this.clients = clients;
        for (ClassNode node : nodes) {
            if (clients.generated(node.name) || classes.putIfAbsent(node.name, node) != null) {
                continue;
            }
            node.methods.forEach(method -> methods.put(node.name + "." + method.name + method.desc, method));
            List<String> parents = new ArrayList<>(node.interfaces);
            if (node.superName != null) {
                parents.add(node.superName);
            }
            parents.forEach(parent ->
                    subtypes.computeIfAbsent(parent, name -> new ArrayList<>()).add(node.name));
        }
    }

    boolean has(String internalName) {
        return classes.containsKey(internalName);
    }

    /** The generated symbols that a call may come to. */
    Set<String> reached(Call call) {
        return reached.computeIfAbsent(call.key(), key -> reach(call));
    }

    private Set<String> reach(Call first) {
        Set<String> symbols = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Deque<Call> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Call call = open.pop();
            if (clients.generated(call.owner())) {
                symbols.add(Symbols.method(call.owner(), call.name(), call.descriptor()));
                continue;
            }
            for (String target : targets(call)) {
                MethodNode method = methods.get(target);
                if (method == null || !seen.add(target)) {
                    continue;
                }
                for (AbstractInsnNode instruction : method.instructions) {
                    Call next = Call.of(instruction);
                    if (next != null) {
                        open.push(next);
                    }
                    Call.handles(instruction).forEach(open::push);
                }
            }
        }
        return symbols;
    }

    /** The method itself or the inherited one, and those that override it. */
    private Set<String> targets(Call call) {
        String signature = call.name() + call.descriptor();
        Set<String> found = new HashSet<>();
        String owner = call.owner();
        while (classes.containsKey(owner)) {
            if (methods.containsKey(owner + "." + signature)) {
                found.add(owner + "." + signature);
                break;
            }
            String parent = classes.get(owner).superName;
            owner = parent == null ? "" : parent;
        }
        Deque<String> open = new ArrayDeque<>(subtypes.getOrDefault(call.owner(), List.of()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String type = open.pop();
            if (seen.add(type)) {
                found.add(type + "." + signature);
                open.addAll(subtypes.getOrDefault(type, List.of()));
            }
        }
        return found;
    }

    /** The operations' methods that a value stands for which a library method returns; empty for other methods. */
    Set<String> named(Call call) {
        return named.computeIfAbsent(call.key(), key -> names(call));
    }

    private Set<String> names(Call call) {
        MethodNode method = methods.get(call.key());
        ClassNode owner = classes.get(call.owner());
        if (method == null
                || owner == null
                || (method.access & Opcodes.ACC_STATIC) == 0
                || Type.getReturnType(method.desc).getSort() != Type.OBJECT
                || reached(call).stream().anyMatch(symbol -> clients.operation(symbol) != null)) {
            return Set.of();
        }
        Set<String> texts = new HashSet<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LdcInsnNode constant && constant.cst instanceof String text) {
                texts.add(text);
            }
        }
        Set<String> found = new TreeSet<>();
        for (MethodNode other : owner.methods) {
            for (String symbol : reached(new Call(owner.name, other.name, other.desc))) {
                if (clients.operation(symbol) != null && texts.contains(Symbols.name(symbol))) {
                    found.add(symbol);
                }
            }
        }
        return found;
    }

    /** Whether values of a type can name operations. */
    boolean names(Type type) {
        if (type.getSort() != Type.OBJECT || !classes.containsKey(type.getInternalName())) {
            return false;
        }
        for (ClassNode node : classes.values()) {
            for (MethodNode method : node.methods) {
                if (Type.getReturnType(method.desc).equals(type)
                        && !named(new Call(node.name, method.name, method.desc)).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }
}

package dev.lockstep.tracker.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.RecordComponentNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Finds what one class uses of generated clients itself. */
final class ClassUses {
    private final KnownClients clients;
    private final ClassNode type;
    private final String file;
    private final Consumer<Use> uses;
    /** Classes by source method, and by method and line. */
    private final Map<String, Set<String>> mentioned = new HashMap<>();

    private final List<Text> texts = new ArrayList<>();

    /** A constant text, the source method that has it, and whether it is compared with another text. */
    private record Text(String value, String method, int line, boolean compared) {}

    ClassUses(KnownClients clients, ClassNode type, Consumer<Use> uses) {
        this.clients = clients;
        this.type = type;
        this.file = file(type);
        this.uses = uses;
    }

    /** The source file below its source root, as far as the class file tells. */
    static String file(ClassNode type) {
        int slash = type.name.lastIndexOf('/');
        String folder = type.name.substring(0, slash + 1);
        if (type.sourceFile != null) {
            return folder + type.sourceFile;
        }
        String simple = type.name.substring(slash + 1);
        int nested = simple.indexOf('$');
        return folder + (nested > 0 ? simple.substring(0, nested) : simple) + ".java";
    }

    /** The source method that code belongs to: a lambda belongs to the method around it. */
    static String method(ClassNode type, MethodNode method) {
        String owner = Symbols.type(type.name);
        String name = method.name;
        if (name.startsWith("lambda$") && name.lastIndexOf('$') > 7) {
            name = name.substring(7, name.lastIndexOf('$'));
            name = name.equals("new") ? "<init>" : name.equals("static") ? "<clinit>" : name;
        }
        return switch (name) {
            case "<init>" -> owner + "." + owner.substring(owner.lastIndexOf('.') + 1);
            case "<clinit>" -> owner + ".static";
            default -> owner + "." + name;
        };
    }

    void find() {
        String declaration = Symbols.type(type.name);
        types(type.signature, 0, declaration);
        object(type.superName, 0, declaration);
        type.interfaces.forEach(each -> object(each, 0, declaration));
        if (type.recordComponents != null) {
            for (RecordComponentNode component : type.recordComponents) {
                types(either(component.signature, component.descriptor), 0, declaration + "." + component.name);
            }
        }
        for (FieldNode field : type.fields) {
            types(either(field.signature, field.desc), 0, declaration + "." + field.name);
        }
        for (MethodNode method : type.methods) {
            if ((method.access & Opcodes.ACC_BRIDGE) == 0) {
                method(method);
            }
        }
        for (Text text : texts) {
            for (String constant : clients.constants(text.value())) {
                String values = Symbols.owner(constant);
                String owner = values.substring(0, values.lastIndexOf('.'));
                String near = text.compared() ? text.method() : text.method() + ":" + text.line();
                if (mentioned.getOrDefault(near, Set.of()).contains(owner)) {
                    uses.accept(new Use(constant, file, text.line(), text.method(), "", text.compared()));
                }
            }
        }
    }

    private void method(MethodNode method) {
        String name = method(type, method);
        int line = 0;
        for (AbstractInsnNode each : method.instructions) {
            if (each instanceof LineNumberNode number) {
                line = number.line;
                break;
            }
        }
        if ((method.access & Opcodes.ACC_SYNTHETIC) == 0) {
            types(either(method.signature, method.desc), line, name);
            for (String thrown : method.exceptions) {
                object(thrown, line, name);
            }
        }
        Map<LabelNode, Integer> lines = new HashMap<>();
        List<LabelNode> open = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LabelNode label) {
                lines.put(label, line);
                open.add(label);
            } else if (instruction instanceof LineNumberNode number) {
                line = number.line;
                for (LabelNode label : open) {
                    lines.put(label, line);
                }
            } else {
                open.clear();
                instruction(instruction, line, name);
            }
        }
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            object(block.type, lines.getOrDefault(block.handler, 0), name);
        }
    }

    private void instruction(AbstractInsnNode instruction, int line, String method) {
        if (instruction instanceof MethodInsnNode call) {
            if (call.owner.startsWith("[")) {
                return;
            }
            member(call.owner, Symbols.method(call.owner, call.name, call.desc), line, method);
            Type result = Type.getReturnType(call.desc);
            if (result.getSort() == Type.OBJECT && clients.generated(result.getInternalName())) {
                mention(Symbols.type(result.getInternalName()), line, method);
            }
        } else if (instruction instanceof FieldInsnNode field) {
            member(field.owner, Symbols.field(field.owner, field.name), line, method);
        } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            for (Object argument : dynamic.bsmArgs) {
                if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                    String symbol = Symbols.method(handle.getOwner(), handle.getName(), handle.getDesc());
                    member(handle.getOwner(), symbol, line, method);
                } else if (argument instanceof Type named && named.getSort() == Type.OBJECT) {
                    // A pattern of a switch over types.
                    object(named.getInternalName(), line, method);
                }
            }
        } else if (instruction instanceof TypeInsnNode node) {
            types(Type.getObjectType(node.desc).getDescriptor(), line, method);
        } else if (instruction instanceof MultiANewArrayInsnNode array) {
            types(array.desc, line, method);
        } else if (instruction instanceof LdcInsnNode constant) {
            if (constant.cst instanceof Type named && named.getSort() != Type.METHOD) {
                types(named.getDescriptor(), line, method);
            } else if (constant.cst instanceof String text) {
                texts.add(new Text(text, method, line, isCompared(constant.getNext())));
            }
        }
    }

    private void member(String owner, String symbol, int line, String method) {
        if (clients.generated(owner)) {
            mention(Symbols.type(owner), line, method);
            uses.accept(new Use(symbol, file, line, method, ""));
        }
    }

    private void mention(String symbol, int line, String method) {
        mentioned.computeIfAbsent(method, name -> new HashSet<>()).add(symbol);
        mentioned.computeIfAbsent(method + ":" + line, name -> new HashSet<>()).add(symbol);
    }

    private static boolean isCompared(@Nullable AbstractInsnNode next) {
        return next instanceof MethodInsnNode call
                && call.owner.equals("java/lang/String")
                && call.name.equals("equals");
    }

    private void object(@Nullable String internalName, int line, String method) {
        if (internalName != null && clients.generated(internalName)) {
            String symbol = Symbols.type(internalName);
            mention(symbol, line, method);
            uses.accept(new Use(symbol, file, line, method, ""));
        }
    }

    /** Every class in a descriptor or generic signature. */
    private void types(@Nullable String signature, int line, String method) {
        if (signature == null) {
            return;
        }
        SignatureVisitor visitor = new SignatureVisitor(Opcodes.ASM9) {
            private String outer = "";

            @Override
            public void visitClassType(String name) {
                outer = name;
                object(name, line, method);
            }

            @Override
            public void visitInnerClassType(String name) {
                outer = outer + "$" + name;
                object(outer, line, method);
            }
        };
        SignatureReader reader = new SignatureReader(signature);
        if (signature.startsWith("(") || signature.startsWith("<") || signature.indexOf(';') < signature.length() - 1) {
            reader.accept(visitor);
        } else {
            reader.acceptType(visitor);
        }
    }

    private static String either(@Nullable String signature, String descriptor) {
        return signature == null ? descriptor : signature;
    }
}

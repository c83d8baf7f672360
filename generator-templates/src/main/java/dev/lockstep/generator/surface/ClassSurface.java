package dev.lockstep.generator.surface;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;

/** Collects what one public class declares in public. */
final class ClassSurface extends ClassVisitor {
    private static final String NULLABLE = "Lorg/jspecify/annotations/Nullable;";

    private final List<Member> members;
    private final List<Member> own = new ArrayList<>();
    private String internalName = "";
    private String name = "";
    private String extended = "";
    private int access;
    private boolean isStatic;
    private boolean sealed;
    private boolean hidden;

    ClassSurface(List<Member> members) {
        super(Opcodes.ASM9);
        this.members = members;
    }

    @Override
    public void visit(
            int version,
            int classAccess,
            String className,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        internalName = className;
        name = className.replace('/', '.').replace('$', '.');
        access = classAccess;
        String parent = signature != null
                ? JavaSignature.superclass(signature)
                : superName == null ? "Object" : JavaSignature.simple(superName);
        extended = parent.equals("Object") ? "" : " extends " + parent;
    }

    @Override
    public void visitInnerClass(String inner, @Nullable String outer, @Nullable String innerName, int innerAccess) {
        if (inner.equals(internalName)) {
            access = innerAccess;
            isStatic = (innerAccess & Opcodes.ACC_STATIC) != 0;
            hidden |= outer == null;
        }
    }

    @Override
    public void visitPermittedSubclass(String permitted) {
        sealed = true;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int fieldAccess, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        if (isVisible(fieldAccess)) {
            String type = JavaSignature.ofType(JavaSignature.either(signature, descriptor));
            own.add(new Member(name + "#" + field, modifiers(fieldAccess, true) + type + " " + field, ""));
        }
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int methodAccess,
            String method,
            String descriptor,
            @Nullable String signature,
            String @Nullable [] exceptions) {
        if (!isVisible(methodAccess) || (methodAccess & Opcodes.ACC_BRIDGE) != 0) {
            return null;
        }
        JavaSignature java = JavaSignature.ofMethod(JavaSignature.either(signature, descriptor));
        boolean constructor = method.equals("<init>");
        String called = constructor ? JavaSignature.simple(internalName) : method;
        String key = called + "(" + java.parameters() + ")";
        String head = modifiers(methodAccess, false);
        return new MethodVisitor(Opcodes.ASM9) {
            private String nullable = "";

            @Override
            public @Nullable AnnotationVisitor visitTypeAnnotation(
                    int reference, @Nullable TypePath path, String annotation, boolean visible) {
                boolean result = new TypeReference(reference).getSort() == TypeReference.METHOD_RETURN;
                if (result && path == null && annotation.equals(NULLABLE)) {
                    nullable = "@Nullable ";
                }
                return null;
            }

            @Override
            public void visitEnd() {
                String type = constructor ? "" : nullable + java.result() + " ";
                own.add(new Member(name + "#" + key, head + type + key, ""));
            }
        };
    }

    @Override
    public void visitEnd() {
        if (hidden || !isVisible(access)) {
            return;
        }
        String kind = (access & Opcodes.ACC_INTERFACE) != 0 ? "interface " : "class ";
        String modifiers = "public "
                + (isStatic ? "static " : "")
                + ((access & Opcodes.ACC_ABSTRACT) != 0 && kind.equals("class ") ? "abstract " : "")
                + (sealed ? "sealed " : "")
                + ((access & Opcodes.ACC_FINAL) != 0 ? "final " : "");
        members.add(new Member(name, modifiers + kind + name + extended, ""));
        members.addAll(own);
    }

    private static boolean isVisible(int access) {
        return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
    }

    private static String modifiers(int access, boolean field) {
        return ((access & Opcodes.ACC_PUBLIC) != 0 ? "public " : "protected ")
                + ((access & Opcodes.ACC_STATIC) != 0 ? "static " : "")
                + ((access & Opcodes.ACC_ABSTRACT) != 0 ? "abstract " : "")
                + ((access & Opcodes.ACC_FINAL) != 0 && field ? "final " : "");
    }
}

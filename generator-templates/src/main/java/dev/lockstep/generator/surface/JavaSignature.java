package dev.lockstep.generator.surface;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Descriptors and generic signatures as Java source writes them, with simple names. */
final class JavaSignature {
    private final List<StringBuilder> parameters = new ArrayList<>();
    private final StringBuilder result = new StringBuilder();
    private final StringBuilder superclass = new StringBuilder();

    private JavaSignature() {}

    static JavaSignature ofMethod(String signature) {
        JavaSignature java = new JavaSignature();
        new SignatureReader(signature).accept(java.new Parts());
        return java;
    }

    static String ofType(String signature) {
        StringBuilder text = new StringBuilder();
        new SignatureReader(signature).acceptType(new TypeWriter(text));
        return text.toString();
    }

    static String superclass(String signature) {
        JavaSignature java = new JavaSignature();
        new SignatureReader(signature).accept(java.new Parts());
        return java.superclass.toString();
    }

    String parameters() {
        return String.join(", ", parameters);
    }

    String result() {
        return result.toString();
    }

    static String simple(String internalName) {
        String name = internalName.substring(internalName.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('$') + 1);
    }

    private final class Parts extends SignatureVisitor {
        Parts() {
            super(Opcodes.ASM9);
        }

        @Override
        public SignatureVisitor visitParameterType() {
            StringBuilder parameter = new StringBuilder();
            parameters.add(parameter);
            return new TypeWriter(parameter);
        }

        @Override
        public SignatureVisitor visitReturnType() {
            return new TypeWriter(result);
        }

        @Override
        public SignatureVisitor visitSuperclass() {
            return new TypeWriter(superclass);
        }

        @Override
        public SignatureVisitor visitClassBound() {
            return new TypeWriter(new StringBuilder());
        }

        @Override
        public SignatureVisitor visitInterfaceBound() {
            return new TypeWriter(new StringBuilder());
        }
    }

    /** Writes one type. */
    private static final class TypeWriter extends SignatureVisitor {
        private final StringBuilder text;
        private String suffix = "";
        private boolean arguments;

        TypeWriter(StringBuilder text) {
            super(Opcodes.ASM9);
            this.text = text;
        }

        @Override
        public void visitBaseType(char descriptor) {
            text.append(
                    switch (descriptor) {
                        case 'Z' -> "boolean";
                        case 'B' -> "byte";
                        case 'C' -> "char";
                        case 'S' -> "short";
                        case 'I' -> "int";
                        case 'J' -> "long";
                        case 'F' -> "float";
                        case 'D' -> "double";
                        default -> "void";
                    });
            text.append(suffix);
        }

        @Override
        public void visitTypeVariable(String name) {
            text.append(name).append(suffix);
        }

        @Override
        public SignatureVisitor visitArrayType() {
            TypeWriter element = new TypeWriter(text);
            element.suffix = "[]" + suffix;
            return element;
        }

        @Override
        public void visitClassType(String name) {
            text.append(simple(name));
        }

        @Override
        public void visitInnerClassType(String name) {
            int start = Math.max(text.lastIndexOf("<"), text.lastIndexOf(" ")) + 1;
            text.setLength(start);
            text.append(name);
            arguments = false;
        }

        @Override
        public void visitTypeArgument() {
            separate();
            text.append('?');
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            separate();
            text.append(wildcard == EXTENDS ? "? extends " : wildcard == SUPER ? "? super " : "");
            return new TypeWriter(text);
        }

        private void separate() {
            text.append(arguments ? ", " : "<");
            arguments = true;
        }

        @Override
        public void visitEnd() {
            text.append(arguments ? ">" : "").append(suffix);
        }
    }

    /** The generic signature where there is one, else the descriptor. */
    static String either(@Nullable String signature, String descriptor) {
        return signature == null ? descriptor : signature;
    }
}

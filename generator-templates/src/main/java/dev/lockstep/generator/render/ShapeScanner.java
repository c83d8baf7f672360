package dev.lockstep.generator.render;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.lockstep.generator.names.Reserved;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks a parsed file and stops at the first thing that no template writes. */
final class ShapeScanner extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final Set<Tree.Kind> KINDS = EnumSet.of(
            Tree.Kind.ANNOTATED_TYPE,
            Tree.Kind.ANNOTATION,
            Tree.Kind.ASSIGNMENT,
            Tree.Kind.BLOCK,
            Tree.Kind.BOOLEAN_LITERAL,
            Tree.Kind.CASE,
            Tree.Kind.CLASS,
            Tree.Kind.COMPILATION_UNIT,
            Tree.Kind.DOUBLE_LITERAL,
            Tree.Kind.EXPRESSION_STATEMENT,
            Tree.Kind.FLOAT_LITERAL,
            Tree.Kind.IDENTIFIER,
            Tree.Kind.IMPORT,
            Tree.Kind.INTERFACE,
            Tree.Kind.INT_LITERAL,
            Tree.Kind.LAMBDA_EXPRESSION,
            Tree.Kind.LONG_LITERAL,
            Tree.Kind.MEMBER_REFERENCE,
            Tree.Kind.MEMBER_SELECT,
            Tree.Kind.METHOD,
            Tree.Kind.METHOD_INVOCATION,
            Tree.Kind.MODIFIERS,
            Tree.Kind.NEW_ARRAY,
            Tree.Kind.NEW_CLASS,
            Tree.Kind.NULL_LITERAL,
            Tree.Kind.PACKAGE,
            Tree.Kind.PARAMETERIZED_TYPE,
            Tree.Kind.PARENTHESIZED,
            Tree.Kind.PLUS,
            Tree.Kind.PRIMITIVE_TYPE,
            Tree.Kind.RETURN,
            Tree.Kind.STRING_LITERAL,
            Tree.Kind.SWITCH_EXPRESSION,
            Tree.Kind.TYPE_ANNOTATION,
            Tree.Kind.TYPE_PARAMETER,
            Tree.Kind.UNARY_MINUS,
            Tree.Kind.UNBOUNDED_WILDCARD,
            Tree.Kind.VARIABLE);

    /** Kinds by which later compilers name what 17 has no name for. */
    private static final Set<String> LATER_KINDS = Set.of("DEFAULT_CASE_LABEL", "CONSTANT_CASE_LABEL");

    /** What java.lang has that templates name; anything else of it would be foreign. */
    private static final Set<String> JAVA_LANG = Set.of(
            "Boolean",
            "Deprecated",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Object",
            "Override",
            "String",
            "SuppressWarnings",
            "Void");

    private static final Set<String> PACKAGE_ROOTS =
            Set.of("com", "dev", "io", "java", "javax", "jdk", "kotlin", "okhttp3", "okio", "org", "retrofit2", "sun");

    /** What the literal writer names in full. */
    private static final List<String> QUALIFIED =
            List.of("java.math.BigDecimal", "java.math.BigInteger", "java.lang.String.join");

    private final boolean ownTemplates;
    private final Set<String> libraries = new HashSet<>(Reserved.library().values());
    private final Set<String> declared = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> variables = new HashSet<>();
    private Map.@Nullable Entry<Tree, String> found;

    ShapeScanner(List<CompilationUnitTree> units, boolean ownTemplates) {
        this.ownTemplates = ownTemplates;
        for (CompilationUnitTree unit : units) {
            for (Tree type : unit.getTypeDecls()) {
                if (type instanceof ClassTree top) {
                    declared.add(top.getSimpleName().toString());
                }
            }
        }
    }

    /** The first thing that should not be there, with its words; null when there is none. */
    Map.@Nullable Entry<Tree, String> check(String path, CompilationUnitTree unit) {
        found = null;
        known.clear();
        variables.clear();
        String file = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
        String folder =
                path.contains("/") ? path.substring(0, path.lastIndexOf('/')).replace('/', '.') : "";
        if (!String.valueOf(unit.getPackageName()).equals(folder)) {
            report(unit, "the package " + unit.getPackageName());
        }
        if (file.equals("package-info")
                ? !unit.getTypeDecls().isEmpty()
                : unit.getTypeDecls().size() != 1) {
            report(unit, unit.getTypeDecls().size() + " types");
        }
        for (Tree type : unit.getTypeDecls()) {
            if (!(type instanceof ClassTree top) || !top.getSimpleName().contentEquals(file)) {
                report(type, "a declaration beside that of " + file);
            }
        }
        if (ownTemplates) {
            unit.getImports().forEach(this::checkImport);
            new Names().scan(unit, null);
            scan(unit, null);
        }
        return found;
    }

    private void report(Tree tree, String what) {
        if (found == null) {
            found = Map.entry(tree, what);
        }
    }

    private void checkImport(ImportTree tree) {
        String name = tree.getQualifiedIdentifier().toString();
        if (tree.isStatic() || !libraries.contains(name)) {
            report(tree, "the import " + name);
        }
        known.add(name.substring(name.lastIndexOf('.') + 1));
    }

    /** What a file declares before anything of it is judged: names may be used before their declaration. */
    private final class Names extends TreeScanner<@Nullable Void, @Nullable Void> {
        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            known.add(tree.getSimpleName().toString());
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable Void visitTypeParameter(TypeParameterTree tree, @Nullable Void nothing) {
            known.add(tree.getName().toString());
            return super.visitTypeParameter(tree, null);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
            variables.add(tree.getName().toString());
            return super.visitVariable(tree, null);
        }
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tree == null || found != null) {
            return null;
        }
        if (!KINDS.contains(tree.getKind())
                && !LATER_KINDS.contains(tree.getKind().name())) {
            report(tree, "a " + tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            return null;
        }
        return super.scan(tree, null);
    }

    @Override
    public @Nullable Void visitImport(ImportTree tree, @Nullable Void nothing) {
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        for (Tree member : tree.getMembers()) {
            if (member instanceof ClassTree inner && inner.getKind() == Tree.Kind.CLASS) {
                nested(inner);
            } else if (member instanceof BlockTree) {
                report(member, "an initialiser");
            } else if (!(member instanceof MethodTree || member instanceof VariableTree)) {
                report(member, "a nested " + member.getKind().name().toLowerCase(Locale.ROOT));
            }
        }
        return super.visitClass(tree, null);
    }

    private void nested(ClassTree tree) {
        String name = tree.getSimpleName().toString();
        if (!name.equals("Builder") && !name.equals("Values") && !name.equals("Unknown") && !name.startsWith("Of")) {
            report(tree, "the nested class " + name);
        }
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void nothing) {
        if (!(tree.getAnnotationType() instanceof IdentifierTree)) {
            report(tree, "the annotation " + tree.getAnnotationType());
        }
        return super.visitAnnotation(tree, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        String name = tree.getName().toString();
        boolean type = Character.isUpperCase(name.charAt(0));
        if (type
                && !known.contains(name)
                && !declared.contains(name)
                && !JAVA_LANG.contains(name)
                && !variables.contains(name)) {
            report(tree, "the name " + name);
        }
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        String text = tree.toString();
        if (QUALIFIED.contains(text)) {
            return null;
        }
        if (tree.getExpression() instanceof IdentifierTree root
                && PACKAGE_ROOTS.contains(root.getName().toString())
                && !variables.contains(root.getName().toString())) {
            report(tree, "the qualified name " + text);
        }
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitPackage(PackageTree tree, @Nullable Void nothing) {
        return scan(tree.getAnnotations(), null);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
        if (!isText(tree)) {
            report(tree, "an operator");
        }
        return super.visitBinary(tree, null);
    }

    /** A text literal, or a sum of them, as the literal writer has it after a lone surrogate. */
    private static boolean isText(Tree tree) {
        if (tree instanceof BinaryTree sum) {
            return sum.getKind() == Tree.Kind.PLUS && isText(sum.getLeftOperand()) && isText(sum.getRightOperand());
        }
        return tree instanceof ParenthesizedTree inner
                ? isText(inner.getExpression())
                : tree.getKind() == Tree.Kind.STRING_LITERAL;
    }
}

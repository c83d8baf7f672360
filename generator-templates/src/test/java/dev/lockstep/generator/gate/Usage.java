package dev.lockstep.generator.gate;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Code that uses every public member of a client, as its users' code might. */
final class Usage {
    private final StringBuilder text = new StringBuilder();
    private int members;

    private Usage() {}

    /**
     * Sources by path, one for each public class.
     *
     * @param counted one entry a member is added
     */
    static Map<String, String> of(CompiledClient client, List<String> counted) throws Exception {
        Map<String, String> sources = new TreeMap<>();
        for (Class<?> type : publicClasses(client)) {
            Usage usage = new Usage();
            String name = "Use" + type.getCanonicalName().replace('.', '_');
            usage.text
                    .append("package usage;\npublic final class ")
                    .append(name)
                    .append(" {\n");
            usage.use(type);
            usage.text.append("}\n");
            sources.put("usage/" + name + ".java", usage.text.toString());
            for (int i = 0; i < usage.members; i++) {
                counted.add(type.getName());
            }
        }
        return sources;
    }

    private static List<Class<?>> publicClasses(CompiledClient client) throws Exception {
        List<Class<?>> types = new ArrayList<>();
        for (String name : client.classes().keySet()) {
            Class<?> type = client.loader().loadClass(name);
            if (visible(type)) {
                types.add(type);
            }
        }
        return types;
    }

    private static boolean visible(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (!Modifier.isPublic(each.getModifiers())) {
                return false;
            }
        }
        return type.getCanonicalName() != null && !type.getSimpleName().equals("package-info");
    }

    private void use(Class<?> type) {
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toString))
                .forEach(this::use);
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && !field.isSynthetic())
                .sorted(Comparator.comparing(Field::toString))
                .forEach(this::use);
        Class<?> parent = type.getSuperclass();
        if (parent != null && parent != Object.class) {
            line("static " + name(type) + " down(" + name(type.getGenericSuperclass()) + " o) { return (" + name(type)
                    + ") o; }");
        }
    }

    private void use(Method method) {
        String target = Modifier.isStatic(method.getModifiers()) ? name(method.getDeclaringClass()) : "self";
        String arguments = Arrays.stream(method.getGenericParameterTypes())
                .map(each -> "(" + name(each) + ") null")
                .collect(Collectors.joining(", "));
        line("static " + name(method.getGenericReturnType()) + " use" + members + "("
                + (target.equals("self") ? name(method.getDeclaringClass()) + " self" : "")
                + ") throws Exception { return "
                + target + "." + method.getName() + "(" + arguments + "); }");
    }

    private void use(Field field) {
        line("static " + name(field.getGenericType()) + " use" + members + "() { return "
                + name(field.getDeclaringClass()) + "." + field.getName() + "; }");
    }

    private void line(String code) {
        members++;
        text.append("    public ").append(code).append('\n');
    }

    private static String name(Type type) {
        if (type instanceof Class<?> named) {
            return named.getCanonicalName();
        }
        if (type instanceof ParameterizedType generic) {
            return name(generic.getRawType())
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(Usage::name)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getLowerBounds().length > 0
                    ? "? super " + name(wildcard.getLowerBounds()[0])
                    : "? extends " + name(wildcard.getUpperBounds()[0]);
        }
        throw new IllegalArgumentException("clients have no such type: " + type);
    }

    /** Calls everything in compiled usage, so that each member is linked; returns what does not link. */
    static List<String> link(Path usage, ClassLoader client) throws IOException, ReflectiveOperationException {
        List<String> broken = new ArrayList<>();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {usage.toUri().toURL()}, client)) {
            for (String name : JavaSources.classes(usage).keySet()) {
                try {
                    for (Method method : loader.loadClass(name).getDeclaredMethods()) {
                        link(method, name, broken);
                    }
                } catch (LinkageError e) {
                    broken.add(name + ": " + e); // a signature names a class that is gone
                }
            }
        }
        return broken;
    }

    private static void link(Method method, String name, List<String> broken) throws ReflectiveOperationException {
        try {
            method.invoke(null, new Object[method.getParameterCount()]);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof LinkageError) {
                broken.add(name + ": " + e.getCause());
            }
        }
    }
}

package dev.lockstep.generator.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/templates.md is the views and their comments; {@code -Dlockstep.write=true} writes it. */
class TemplatesPageTest {
    private static final Path ROOT = Path.of(System.getProperty("lockstep.root", ".."));
    private static final Path MAIN = ROOT.resolve("generator-templates/src/main");
    private static final Path TEMPLATES = MAIN.resolve("resources/retrofit-moshi");

    private static final String HEAD = """
            # Templates

            The Java sources of a client come from the Mustache templates in
            `generator-templates/src/main/resources/retrofit-moshi`. A file of the same name in a `templateDirectory`
            ([how](generated-code.md#own-templates)) stands in for ours. This page is written from the views that the templates
            print (`dev.lockstep.generator.render`): edit those, then run `mvn -pl generator-templates -am test
            -Dtest=TemplatesPageTest -Dlockstep.write=true -Dsurefire.failIfNoSpecifiedTests=false`.

            - A template prints a file without its package and imports, `package-info.mustache` excepted: the generator puts both
              before it, and imports each class of the JDK and of the libraries that the file names. All else comes out as the
              template has it: nothing is formatted afterwards.
            - Nothing is escaped, with two braces or three. A *literal* is a finished Java literal with its quotes, whatever the
              document holds; an *expression* is finished Java too. Names and types are fit for Java.
            - `{{#name}}` opens a section: once for a flag that is set, a text that is there or a view, and once per element of a
              list; `{{^name}}` is for all else. `{{.}}` is the text itself. Within a section the variables of the view around it
              can be read, unless one of the same name hides it. `-first` and `-last` are flags of a list's element.
            - `{{> argument}}` includes a template. What is included stands within a line, so that its last line end does not count.
            - A variable that is not in the table is an error with the line of the template.
            """;

    /** The view of each template; those of included ones are parts of others. */
    private static final Map<String, Class<?>> VIEWS = new LinkedHashMap<>();

    static {
        VIEWS.put("client", ClientView.class);
        VIEWS.put("api", ApiView.class);
        VIEWS.put("argument", ApiView.Argument.class);
        VIEWS.put("service", ServiceView.class);
        VIEWS.put("security", ServiceView.Security.class);
        VIEWS.put("model", ModelView.class);
        VIEWS.put("enum", EnumView.class);
        VIEWS.put("union", UnionView.class);
        VIEWS.put("adapters", AdaptersView.class);
        VIEWS.put("package-info", PackageInfoView.class);
    }

    private static final Pattern RECORD =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*record (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{\\{([#^/>!]?)\\s*(.*?)\\s*}}", Pattern.DOTALL);
    private static final Set<String> OF_MUSTACHE = Set.of(".", "-first", "-last");

    /** The view's comment: what it is, and each variable's meaning. */
    private record Comment(String what, Map<String, String> variables) {
        static Comment of(Class<?> view) throws IOException {
            Class<?> outer = Objects.requireNonNullElse(view.getDeclaringClass(), view);
            Path file = MAIN.resolve("java/" + outer.getName().replace('.', '/') + ".java");
            return RECORD.matcher(Files.readString(file))
                    .results()
                    .filter(found -> found.group(2).equals(view.getSimpleName()))
                    .map(found -> of(found.group(1)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no comment of " + view));
        }

        private static Comment of(String javadoc) {
            String text = javadoc.replaceAll("\\s*\\n\\s*\\* ?", " ").replaceAll("\\{@code ([^}]*)}", "`$1`");
            String[] parts = text.split("@param ", -1);
            Map<String, String> variables = Arrays.stream(parts)
                    .skip(1)
                    .map(part -> part.strip().split(" ", 2))
                    .collect(Collectors.toMap(part -> part[0], part -> part[1]));
            return new Comment(parts[0].strip(), variables);
        }
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (Map.Entry<String, Class<?>> template : VIEWS.entrySet()) {
            page.append("\n## ")
                    .append(template.getKey())
                    .append(".mustache\n\n")
                    .append(Comment.of(template.getValue()).what())
                    .append("\n\n| variable | is | meaning |\n|---|---|---|\n");
            rows(template.getValue(), "", page);
        }
        return page.toString();
    }

    private static void rows(Class<?> view, String path, StringBuilder page) throws IOException {
        Comment comment = Comment.of(view);
        for (RecordComponent variable : view.getRecordComponents()) {
            String name = path + variable.getName();
            page.append("| `")
                    .append(name)
                    .append("` | ")
                    .append(kind(variable))
                    .append(" | ")
                    .append(Objects.requireNonNull(comment.variables().get(variable.getName()), name))
                    .append(" |\n");
            Class<?> element = element(variable.getGenericType());
            if (element.isRecord() && !VIEWS.containsValue(element)) {
                rows(element, name + ".", page);
            }
        }
    }

    private static String kind(RecordComponent variable) {
        Class<?> element = element(variable.getGenericType());
        String included = VIEWS.entrySet().stream()
                .filter(each -> each.getValue().equals(element))
                .map(each -> " for `" + each.getKey() + ".mustache`")
                .findFirst()
                .orElse("");
        if (variable.getType().equals(java.util.List.class)) {
            return (element.isRecord() ? "list" : "list of texts") + included;
        }
        String kind = element.equals(boolean.class) ? "flag" : element.isRecord() ? "view" : "text";
        return (variable.getAnnotatedType().isAnnotationPresent(Nullable.class) ? kind + " or absent" : kind)
                + included;
    }

    private static Class<?> element(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }

    @Test
    void isTheViews() throws IOException {
        Path file = ROOT.resolve("docs/templates.md");
        if (Boolean.getBoolean("lockstep.write")) {
            Files.writeString(file, page());
        }

        assertEquals(Files.readString(file), page());
    }

    @Test
    void hasEachTemplate() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            assertEquals(
                    files.map(file -> file.getFileName().toString()).sorted().toList(),
                    VIEWS.keySet().stream()
                            .map(name -> name + ".mustache")
                            .sorted()
                            .toList());
        }
    }

    /** Each variable of a template is offered by the views around it, and each variable of a view is used. */
    @Test
    void isWhatTemplatesUse() throws IOException {
        Set<String> used = new HashSet<>();
        for (Map.Entry<String, Class<?>> template : VIEWS.entrySet()) {
            if (template.getValue().getDeclaringClass() == null) {
                Deque<Class<?>> views = new ArrayDeque<>();
                views.push(template.getValue());
                use(template.getKey(), views, used);
                assertEquals(1, views.size(), template.getKey());
            }
        }
        Set<String> offered = new HashSet<>();
        VIEWS.values().forEach(view -> offer(view, offered));
        assertEquals(new TreeSet<>(offered), new TreeSet<>(used));
    }

    private static void offer(Class<?> view, Set<String> offered) {
        for (RecordComponent variable : view.getRecordComponents()) {
            offered.add(view.getSimpleName() + "." + variable.getName());
            Class<?> element = element(variable.getGenericType());
            if (element.isRecord()) {
                offer(element, offered);
            }
        }
    }

    private static void use(String template, Deque<Class<?>> views, Set<String> used) throws IOException {
        Matcher tags = TAG.matcher(Files.readString(TEMPLATES.resolve(template + ".mustache"), StandardCharsets.UTF_8));
        while (tags.find()) {
            String name = tags.group(2);
            switch (tags.group(1)) {
                case "!" -> {}
                case "/" -> views.pop();
                case ">" -> use(name, views, used);
                case "#" -> {
                    Class<?> found = found(template, name, views, used);
                    views.push(found.equals(boolean.class) ? Objects.requireNonNull(views.peek()) : found);
                }
                default -> {
                    found(template, name, views, used);
                    if (tags.group(1).equals("^")) {
                        views.push(Objects.requireNonNull(views.peek()));
                    }
                }
            }
        }
    }

    private static Class<?> found(String template, String name, Deque<Class<?>> views, Set<String> used) {
        if (OF_MUSTACHE.contains(name)) {
            assertTrue(!name.equals(".") || String.class.equals(views.peek()), template + ": {{.}} is no text");
            return boolean.class;
        }
        for (Class<?> view : views) {
            Optional<RecordComponent> variable = !view.isRecord()
                    ? Optional.empty()
                    : Arrays.stream(view.getRecordComponents())
                            .filter(each -> each.getName().equals(name))
                            .findFirst();
            if (variable.isPresent()) {
                used.add(view.getSimpleName() + "." + name);
                return element(variable.get().getGenericType());
            }
        }
        throw new AssertionError(template + ".mustache uses " + name + ", which no view around it offers");
    }
}

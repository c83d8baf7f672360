package dev.lockstep.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who may import whom, as rules over the compiled classes of every module. A rule whose module is missing from the class
 * path fails, since ArchUnit refuses rules that look at no class.
 */
@AnalyzeClasses(packages = "dev.lockstep", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OPENAPI = "dev.lockstep.openapi..";
    private static final String RUNTIME = "dev.lockstep.client..";
    private static final String RUNTIME_INTERNAL = "dev.lockstep.client.internal..";
    private static final String GENERATOR = "dev.lockstep.generator..";
    private static final String CLIENTS = "dev.lockstep.vendor..";
    private static final String CONVERSATIONS = "dev.lockstep.conversations..";
    private static final String TRACKER = "dev.lockstep.tracker..";
    private static final String TESTING = "dev.lockstep.testing..";

    @ArchTest
    static final ArchRule openapiImportsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(OPENAPI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RUNTIME, GENERATOR, CLIENTS, CONVERSATIONS, TRACKER);

    @ArchTest
    static final ArchRule clientRuntimeImportsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(RUNTIME)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OPENAPI, GENERATOR, CLIENTS, CONVERSATIONS, TRACKER);

    /** A monitor would pin a virtual thread to its carrier while it waits (until JDK 24): the runtime locks with ReentrantLock. */
    @ArchTest
    static final ArchRule clientRuntimeHoldsNoMonitor =
            noClasses().that().resideInAPackage(RUNTIME).should(useMonitors());

    private static ArchCondition<JavaClass> useMonitors() {
        return new ArchCondition<>("use monitors") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (String use : Monitors.of(type)) {
                    events.add(SimpleConditionEvent.satisfied(type, use));
                }
            }
        };
    }

    @ArchTest
    static final ArchRule generatorTemplatesImportNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(GENERATOR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RUNTIME, CLIENTS, CONVERSATIONS, TRACKER);

    @ArchTest
    static final ArchRule generatedClientsImportOnlyTheRuntime = noClasses()
            .that()
            .resideInAPackage(CLIENTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RUNTIME_INTERNAL, OPENAPI, GENERATOR, CONVERSATIONS, TRACKER);

    @ArchTest
    static final ArchRule generatedClientsDoNotKnowEachOther =
            slices().matching("dev.lockstep.vendor.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule conversationsImportClientsAndTheRuntime = noClasses()
            .that()
            .resideInAPackage(CONVERSATIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RUNTIME_INTERNAL, OPENAPI, GENERATOR, TRACKER);

    @ArchTest
    static final ArchRule specTrackerImportsTheGeneratorAndTheRuntimeAndNoClient = noClasses()
            .that()
            .resideInAPackage(TRACKER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RUNTIME_INTERNAL, CLIENTS, CONVERSATIONS);

    /** Data enters at the commands and never turns back. */
    @ArchTest
    static final ArchRule packagesOfSpecTrackerKnowEachOtherOneWay =
            slices().matching("dev.lockstep.tracker.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule readingADocumentKnowsNothingOfWhatIsDoneWithIt = noClasses()
            .that()
            .resideInAPackage("dev.lockstep.openapi")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.lockstep.openapi.*..");

    /** Names of two kinds of things each, until a release may rename what applications import. */
    private static final Set<String> SHARED = Set.of("Answer", "Outcome");

    /** A name that stands for two kinds of things has to be looked up each time it is read. */
    @ArchTest
    static void eachNameIsOfOneClass(JavaClasses classes) {
        Map<String, List<String>> byName = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getPackageName().startsWith("dev.lockstep.vendor"))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        byName.values().removeIf(names -> names.size() == 1);

        assertEquals(SHARED, byName.keySet(), byName::toString);
    }

    @ArchTest
    static final ArchRule testingImportsTheRuntimeAlone = noClasses()
            .that()
            .resideInAPackage(TESTING)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RUNTIME_INTERNAL, OPENAPI, GENERATOR, CLIENTS, CONVERSATIONS, TRACKER);

    @ArchTest
    static final ArchRule nothingThatRunsImportsTesting = noClasses()
            .that()
            .resideInAnyPackage(RUNTIME, OPENAPI, GENERATOR, CLIENTS, CONVERSATIONS, TRACKER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TESTING);

    @ArchTest
    static final ArchRule optionalLibrariesAreForListenersAlone = noClasses()
            .that()
            .resideInAPackage(RUNTIME)
            .and()
            .resideOutsideOfPackage("dev.lockstep.client.observe")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.opentelemetry..", "org.slf4j..", "dev.lockstep.client.observe");
}

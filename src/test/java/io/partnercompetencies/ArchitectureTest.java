package io.partnercompetencies;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house: which room may enter which, and what may not be seen from outside one. */
class ArchitectureTest {

    private static final String HOUSE = "io.partnercompetencies";

    /** From the ground up. A room may import the rooms of every floor below its own, and none of its own floor. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("rules", "problem", "database"),
            Set.of("http"),
            Set.of("catalogue"),
            Set.of("audit"),
            Set.of("access"),
            Set.of("organization"),
            Set.of("user"),
            Set.of("account"),
            Set.of("achievement", "performance"),
            Set.of("competency"),
            Set.of("membership"),
            Set.of("webhook", "merger"),
            Set.of("sync"),
            Set.of("launch"));

    /** Provides the clock to whoever injects one: beside the stairs, entered by nobody. */
    private static final String TIME = "time";

    private static final JavaClasses HOUSEHOLD = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);

    @TestFactory
    Stream<DynamicTest> a_room_imports_only_the_floors_below() {
        return rooms().map(room -> DynamicTest.dynamicTest(
                room,
                () -> check(noClasses()
                        .that()
                        .resideInAPackage(in(room))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(allBut(room)))));
    }

    @Test
    void every_class_lives_in_a_known_room_without_a_room_inside() {
        check(classes()
                .should()
                .resideInAnyPackage(rooms().map(ArchitectureTest::in).toArray(String[]::new)));
    }

    @Test
    void there_is_no_way_round_in_a_circle() {
        check(slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void rules_know_nothing_but_java() {
        check(classes().that().resideInAPackage(in("rules")).should().onlyDependOnClassesThat(inJavaOr("rules")));
    }

    @Test
    void resources_repositories_entities_and_mappers_stay_in_their_room() {
        check(classes()
                .that()
                .areAnnotatedWith(Path.class)
                .or()
                .areAnnotatedWith(Entity.class)
                .or()
                .haveNameMatching(".*(Resource|Repository|Entity|Mapper)")
                .should()
                .bePackagePrivate());
    }

    @Test
    void nobody_but_time_and_launch_reads_the_wall_clock() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(in(TIME), in("launch"))
                .should()
                .accessTargetWhere(readsWallClock()));
    }

    @Test
    void a_caller_who_hangs_up_stops_no_work() {
        check(classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .areNotInterfaces()
                .should(beAnnotatedNotCancellable()));
    }

    @Test
    void a_resource_says_what_it_answers_in() {
        check(classes()
                .that()
                .areAnnotatedWith(Path.class)
                .and()
                .areNotInterfaces()
                .should()
                .beAnnotatedWith(Produces.class)
                .because("else JSON is sent as whatever the client accepts, as text/html, too"));
    }

    @Test
    void nobody_but_launch_prints() {
        check(noClasses().that().resideOutsideOfPackage(in("launch")).should(ACCESS_STANDARD_STREAMS));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSEHOLD);
    }

    private static Stream<String> rooms() {
        return Stream.concat(FLOORS.stream().flatMap(Collection::stream), Stream.of(TIME));
    }

    private static String in(String room) {
        return HOUSE + "." + room;
    }

    private static String[] allBut(String room) {
        var open = FLOORS.stream()
                .takeWhile(floor -> !floor.contains(room))
                .flatMap(Collection::stream)
                .collect(toSet());
        boolean isTime = room.equals(TIME);
        return rooms().filter(other -> !other.equals(room))
                .filter(other -> isTime || !open.contains(other))
                .map(ArchitectureTest::in)
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> inJavaOr(String room) {
        return resideInAnyPackage("java..", in(room)).or(describe("primitives", type -> type.isPrimitive()));
    }

    private static DescribedPredicate<JavaAccess<?>> readsWallClock() {
        return describe("reads the wall clock", access -> {
            var owner = access.getTargetOwner();
            var name = access.getName();
            if (owner.isEquivalentTo(System.class)) {
                return name.equals("currentTimeMillis");
            }
            if (owner.isEquivalentTo(Clock.class)) {
                return name.startsWith("system") || name.startsWith("tick") && name.length() > "tick".length();
            }
            if (owner.isEquivalentTo(Date.class)) {
                return name.equals("<init>") && parameters(access).isEmpty();
            }
            return owner.getPackageName().startsWith("java.time")
                    && name.equals("now")
                    && parameters(access).stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        });
    }

    private static List<JavaClass> parameters(JavaAccess<?> access) {
        return access.getTarget()
                .resolveMember()
                .filter(JavaCodeUnit.class::isInstance)
                .map(member -> ((JavaCodeUnit) member).getRawParameterTypes())
                .orElse(List.of());
    }

    private static ArchCondition<JavaClass> beAnnotatedNotCancellable() {
        return new ArchCondition<>("be annotated @Cancellable(false)") {
            @Override
            public void check(JavaClass resource, ConditionEvents events) {
                boolean held = resource.isAnnotatedWith(Cancellable.class)
                        && !resource.getAnnotationOfType(Cancellable.class).value();
                if (!held) {
                    events.add(SimpleConditionEvent.violated(
                            resource, resource.getName() + " lacks @Cancellable(false): half its work may be dropped"));
                }
            }
        };
    }
}

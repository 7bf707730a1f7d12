package io.partnercompetencies.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.Market;
import io.partnercompetencies.rules.OptionLaw;
import io.partnercompetencies.rules.Relation.Tie;
import io.partnercompetencies.rules.Requirement;
import io.partnercompetencies.rules.Requirement.AnyOf;
import io.partnercompetencies.rules.Requirement.DistinctPeople;
import io.partnercompetencies.rules.Requirement.People;
import io.partnercompetencies.rules.Requirement.Performance;
import io.partnercompetencies.rules.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the programme asked before it asked what it asks now (R1). */
class RevisionsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final Instant JULY_2017 = Instant.parse("2017-07-15T00:00:00Z");

    private final Catalogue catalogue = Catalogue.builtIn();

    private List<Revision> revisions(String competency) {
        return catalogue.competency(competency).orElseThrow().history().revisions();
    }

    private List<OptionLaw> options(String competency, Instant at) {
        return catalogue.competency(competency).orElseThrow().history().at(at).options();
    }

    private Requirement requirement(String competency, String option, Level level, Instant at) {
        return options(competency, at).stream()
                .filter(one -> one.id().equals(option))
                .findFirst()
                .orElseThrow()
                .levels()
                .get(level);
    }

    private static <R extends Requirement> List<R> clauses(Requirement requirement, Class<R> kind) {
        var found = new ArrayList<R>();
        requirement.forEach(node -> {
            if (kind.isInstance(node)) {
                found.add(kind.cast(node));
            }
        });
        return found;
    }

    private static List<String> credentials(Requirement requirement) {
        var found = new ArrayList<String>();
        requirement.forEachCredential(found::add);
        return found;
    }

    @Test
    void the_oldest_reaches_back_and_the_newest_on_without_bound() {
        for (var history : catalogue.histories()) {
            var revisions = history.revisions();
            assertThat(revisions.get(0).effectiveFrom()).as(history.id()).isNull();
            assertThat(revisions.get(revisions.size() - 1).effectiveTo())
                    .as(history.id())
                    .isNull();
        }
    }

    @Test
    void every_revision_but_the_oldest_says_what_it_changed_in_five_languages() {
        for (var competency : catalogue.competencies()) {
            var firstDays = competency.history().revisions().stream()
                    .skip(1)
                    .map(Revision::effectiveFrom)
                    .toList();
            assertThat(competency.changes().keySet())
                    .as(competency.id())
                    .containsExactlyInAnyOrderElementsOf(firstDays);
            assertThat(competency.changes().values())
                    .allSatisfy(
                            words -> assertThat(words.byTag()).containsOnlyKeys("en", "es", "it", "pt-BR", "zh-CN"));
        }
    }

    @Test
    void the_competencies_that_changed_and_when() {
        assertThat(catalogue.histories().stream()
                        .filter(history -> history.revisions().size() > 1)
                        .toList())
                .extracting(
                        history -> history.id(),
                        history -> history.revisions().stream()
                                .skip(1)
                                .map(Revision::effectiveFrom)
                                .map(LocalDate::toString)
                                .toList())
                .containsExactly(
                        tuple("cloud-productivity", List.of("2017-09-01")),
                        tuple("application-development", List.of("2017-09-01")),
                        tuple("application-integration", List.of("2017-09-01")),
                        tuple("cloud-business-applications", List.of("2017-09-01", "2017-11-01", "2017-12-01")),
                        tuple("cloud-customer-relationship-management", List.of("2017-12-01")),
                        tuple("datacenter", List.of("2017-10-01")),
                        tuple("enterprise-resource-planning", List.of("2017-12-01")),
                        tuple("windows-and-devices", List.of("2017-10-01")));
    }

    @Test
    void fast_track_partners_were_not_accepted_at_first() {
        var before = requirement("cloud-productivity", "managed-service-partner", Level.SILVER, JULY_2017);
        var after = requirement("cloud-productivity", "managed-service-partner", Level.SILVER, NOW);

        assertThat(clauses(before, Performance.class).get(0).associations())
                .containsExactlyInAnyOrder("delegated-admin", "transacting-partner", "digital-partner-of-record");
        assertThat(clauses(after, Performance.class).get(0).associations()).contains("fast-track-partner");
    }

    @Test
    void application_integration_once_asked_for_other_people_in_the_assessment() {
        for (var level : Level.values()) {
            var people = level == Level.SILVER ? 2 : 4;
            var before = requirement("application-integration", "application-integrator", level, JULY_2017);
            var after = requirement("application-integration", "application-integrator", level, NOW);
            assertThat(clauses(before, People.class)).extracting(People::count).containsExactly(people, people);
            assertThat(clauses(after, People.class)).extracting(People::count).containsExactly(people, people);
            assertThat(clauses(before, People.class).get(1).relation().is()).isEqualTo(Tie.DISJOINT);
            assertThat(clauses(after, People.class).get(1).relation().is()).isEqualTo(Tie.SAME_OR_DIFFERENT);
            assertThat(credentials(after)).isEqualTo(credentials(before));
        }
    }

    @Test
    void enterprise_resource_planning_lost_its_silver_level_and_its_people() {
        var before = options("enterprise-resource-planning", JULY_2017).get(0);
        var after = options("enterprise-resource-planning", NOW).get(0);

        assertThat(before.levels()).containsOnlyKeys(Level.SILVER, Level.GOLD);
        assertThat(after.levels()).containsOnlyKeys(Level.GOLD);
        assertThat(clauses(before.levels().get(Level.SILVER), DistinctPeople.class))
                .singleElement()
                .satisfies(five -> assertThat(five.slots()).hasSize(5));
        assertThat(credentials(after.levels().get(Level.GOLD))).isEmpty();
        assertThat(clauses(before.levels().get(Level.GOLD), Performance.class)
                        .get(0)
                        .thresholds())
                .containsOnlyKeys(Market.DEVELOPED);
        assertThat(clauses(after.levels().get(Level.GOLD), Performance.class)
                        .get(0)
                        .thresholds())
                .containsOnlyKeys(Market.DEVELOPED, Market.DEVELOPING);
    }

    @Test
    void silver_of_enterprise_resource_planning_ended_with_november_2017() {
        var history = catalogue
                .competency("enterprise-resource-planning")
                .orElseThrow()
                .history();

        assertThat(history.at(Instant.parse("2017-11-30T23:59:59Z")).levels()).contains(Level.SILVER);
        assertThat(history.at(Instant.parse("2017-12-01T00:00:00Z")).levels()).containsExactly(Level.GOLD);
    }

    @Test
    void cloud_business_applications_changed_three_times() {
        var thresholds = new ArrayList<Map<Market, ?>>();
        var exams = new ArrayList<List<String>>();
        for (var revision : revisions("cloud-business-applications")) {
            var silver = revision.options().get(1).levels().get(Level.SILVER);
            thresholds.add(clauses(silver, Performance.class).get(1).thresholds());
            exams.add(credentials(silver));
        }

        assertThat(thresholds).hasSize(4);
        assertThat(thresholds.get(0)).hasToString("{DEVELOPED=25000}");
        assertThat(thresholds.subList(1, 4))
                .allSatisfy(both -> assertThat(both.get(Market.DEVELOPING)).hasToString("12000"));
        assertThat(exams.get(0)).isEqualTo(exams.get(1)).containsExactly("MB6-893", "MB6-892", "MB6-890", "70-764");
        assertThat(exams.get(2))
                .containsExactly(
                        "MB6-894", "70-534", "MB6-895", "MB6-896", "MB6-897", "MB6-705", "MB6-893", "MB6-892",
                        "MB6-890", "70-764");
        assertThat(exams.get(3)).containsExactly("MB6-894", "70-535", "MB6-895", "MB6-896", "MB6-897");
    }

    @Test
    void the_assessment_once_did_for_application_development() {
        var before = requirement("application-development", "application-builder", Level.SILVER, JULY_2017);
        var after = requirement("application-development", "application-builder", Level.SILVER, NOW);

        assertThat(clauses(before, AnyOf.class)).hasSize(1);
        assertThat(clauses(after, AnyOf.class)).isEmpty();
        assertThat(credentials(before)).contains("ta-azure-appdev").containsAll(credentials(after));
        assertThat(credentials(after)).doesNotContain("ta-azure-appdev");
    }

    @Test
    void customer_relationship_management_once_knew_no_dynamics_365() {
        var before = requirement("cloud-customer-relationship-management", "cloud-crm-reseller", Level.GOLD, JULY_2017);
        var after = requirement("cloud-customer-relationship-management", "cloud-crm-reseller", Level.GOLD, NOW);
        var since = new ArrayList<>(credentials(after));
        since.removeAll(credentials(before));

        assertThat(since).containsExactly("MB2-717", "MB2-718", "MB2-877", "MB2-715", "MB2-716");
        assertThat(clauses(before, Performance.class).get(0).thresholds()).containsOnlyKeys(Market.DEVELOPED);
        assertThat(clauses(before, People.class)).hasSameSizeAs(clauses(after, People.class));
    }

    @Test
    void single_exams_came_and_went() {
        assertThat(credentials(requirement("datacenter", "datacenter-solutions", Level.SILVER, JULY_2017)))
                .contains("70-243");
        assertThat(credentials(requirement("datacenter", "datacenter-solutions", Level.SILVER, NOW)))
                .doesNotContain("70-243");
        assertThat(options("windows-and-devices", JULY_2017))
                .extracting(OptionLaw::id)
                .doesNotContain("surface-hub");
        assertThat(options("windows-and-devices", NOW))
                .extracting(OptionLaw::id)
                .contains("surface-hub");
        assertThat(credentials(requirement("windows-and-devices", "device-partner", Level.GOLD, JULY_2017)))
                .containsExactly("70-734", "as-iot-builder");
        assertThat(credentials(requirement("windows-and-devices", "device-partner", Level.GOLD, NOW)))
                .containsExactly("70-735", "as-iot-builder");
    }
}

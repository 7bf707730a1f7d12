package io.partnercompetencies;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.TextsInCode.Text;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.metamodel.EntityType;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No statement of the service reads a tenant's row without saying which tenant's. */
@QuarkusTest
class TenantFenceTest {

    private static final Path CLASSES = Path.of("target", "classes", "io", "partnercompetencies");

    /** What looks at everybody on purpose: a class, words by which to know its statement, and why. */
    private record Exempt(String owner, String words, String reason) {
        boolean covers(Text text) {
            return text.owner().equals(owner) && text.text().contains(words);
        }
    }

    private static final List<Exempt> EXCEPTIONS = List.of(
            new Exempt("Standings", "next_due_at <= $1 and (retry_at", "the job claims whoever is due"),
            new Exempt("CatalogueReleases", "catalogue_release <> $1", "a new catalogue concerns everybody"),
            new Exempt("Anniversaries", "expires_on between $1 and $2", "an exemption is about dates, not tenants"),
            new Exempt(
                    "MergeRepository", "order by started_at, id limit 1", "the job does every merge that was ordered"),
            new Exempt("KeycloakAccounts", "where merged_into = $1", "an organization's parts are its own"),
            new Exempt("MergedOrganizations", "where merged_into = $1", "an organization's parts are its own"),
            new Exempt("ImportRepository", "where i.status = 'RUNNING'", "the job goes on with every import"),
            new Exempt("ImportRepository", "started_at <= $", "what is old is cleared away for everybody"),
            new Exempt("AllSubscriptions", "from subscription s", "the operator asks for the terms of everybody"),
            new Exempt(
                    "AllSubscriptions", "= s.organization_id and a.type", "a condition upon that list, by its terms"),
            new Exempt("TurnRepository", "where due_at <= $1", "the job takes whoever's webhook is due"),
            new Exempt("EventRepository", "where id < $1", "what is old is cleared away for everybody"),
            new Exempt("SyncGauges", "sum(pending)", "metrics count over everybody and show no row"));

    @Inject
    Mutiny.SessionFactory sessions;

    private TenantFence fence;

    @BeforeEach
    void look_into_the_database() throws Exception {
        fence = new TenantFence();
    }

    @AfterEach
    void hang_up() throws SQLException {
        fence.close();
    }

    @Test
    void every_statement_says_whose_rows_it_means() throws Exception {
        var statements = TextsInCode.below(CLASSES).stream()
                .filter(text -> fence.concerns(text.text()))
                .toList();
        var wrong = new ArrayList<String>();
        for (var statement : statements) {
            if (EXCEPTIONS.stream().noneMatch(exception -> exception.covers(statement))) {
                complaint(statement).ifPresent(wrong::add);
            }
        }
        assertThat(fence.tenantTables)
                .contains(
                        "app_user", "association", "credit", "subscription", "alert", "performance_record", "standing");
        assertThat(statements).as("statements upon %s", fence.tenantTables).hasSizeGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothing_is_excepted_that_does_not_exist_any_more() {
        var texts = TextsInCode.below(CLASSES);
        assertThat(EXCEPTIONS).allMatch(exception -> texts.stream().anyMatch(exception::covers), "is needed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from app_user where id = $1",
                "select * from app_user where id = $1 and organization_id is not null",
                "update app_user set last_name = $2 where id = $1",
                "delete from association where user_id = any($1)",
                "select 1 from credit c join app_user u on u.id = c.user_id where c.organization_id = $1",
                "select 1 from app_user u where u.organization_id = $1 and exists (select 1 from credit where user_id = u.id)",
                "insert into alert select * from alert where id = $1"
            })
    void a_statement_by_the_id_alone_is_found_out(String statement) throws Exception {
        assertThat(fence.concerns(statement)).isTrue();
        assertThat(fence.unfenced(statement)).hasSize(1);
    }

    @Test
    void an_entity_of_a_tenants_table_has_the_organization_in_its_key() {
        var keys = sessions.getMetamodel().getEntities().stream()
                .filter(entity -> hasOrganization(entity))
                .map(entity -> entity.getIdClassAttributes().stream()
                        .map(attribute -> attribute.getName())
                        .sorted()
                        .toList())
                .toList();
        assertThat(keys).isNotEmpty().allMatch(key -> key.contains("organizationId"), "names the organization");
    }

    /** Panache's short form of a query is its condition; there, "id = ?1" would be somebody's row by its id alone. */
    @Test
    void a_condition_on_an_entity_names_the_organization() {
        var conditions = TextsInCode.below(CLASSES).stream()
                .filter(text ->
                        text.owner().endsWith("Repository") && text.text().contains("?1"))
                .map(Text::text)
                .toList();
        assertThat(conditions)
                .isNotEmpty()
                .allMatch(text -> text.matches("(?s).*organizationId (=|in) \\?1.*|mpnId = \\?1.*"));
    }

    private Optional<String> complaint(Text statement) throws Exception {
        if (statement.text().indexOf(TextsInCode.HOLE) >= 0) {
            return Optional.of(statement + " is put together while the service runs: write it out");
        }
        try {
            var unfenced = fence.unfenced(statement.text());
            return unfenced.isEmpty()
                    ? Optional.empty()
                    : Optional.of(statement + " reads rows of any tenant from " + unfenced);
        } catch (SQLException e) {
            return Optional.of(statement + " cannot be looked at: " + e.getMessage());
        }
    }

    private static boolean hasOrganization(EntityType<?> entity) {
        return entity.getAttributes().stream()
                .anyMatch(attribute -> attribute.getName().equals("organizationId"));
    }
}

package io.partnercompetencies.access;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every call of the document, made in every role, upon everything that it may and may not reach. */
@QuarkusTest
class MatrixTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private enum Target {
        OWN,
        COLLEAGUE,
        DELETED,
        ANOTHER_ORGANIZATION,
        NEVER_EXISTED
    }

    /** What a caller got to know: all but the ids of the request and the time. */
    private record Answer(int status, String body, Map<String, String> headers) {

        static Answer of(Response response) {
            var headers = response.headers().asList().stream()
                    .filter(header ->
                            !Set.of("MS-RequestId", "MS-CorrelationId", "Date").contains(header.getName()))
                    .collect(toMap(header -> header.getName(), header -> header.getValue(), (one, two) -> one + two));
            return new Answer(
                    response.statusCode(), response.asString().replaceAll("\"requestId\":\"[^\"]*\"", ""), headers);
        }

        boolean isRefusal() {
            return status == 401 || status == 403 || status >= 500;
        }
    }

    @Inject
    PartnerFixture partners;

    @Inject
    EveryRole everyRole;

    private final Map<Target, Map<String, String>> ids = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private Partner own;
    private String nothing;
    private int asked;

    @BeforeEach
    void two_partners_with_all_that_can_be_reached() {
        own = partners.partner();
        ids.put(Target.COLLEAGUE, objects(own));
        ids.put(Target.ANOTHER_ORGANIZATION, objects(partners.partner()));
        ids.put(Target.DELETED, deleted(objects(own)));
        ids.put(Target.NEVER_EXISTED, Map.of());
        nothing = Answer.of(PartnerFixture.admin().get("/v1/organizations/" + UUID.randomUUID()))
                .body();
    }

    private Map<String, String> objects(Partner partner) {
        var employee = partners.employee(partner);
        var association = partners.association(employee, "LEARN");
        var achievement = partners.passesNow(employee, "70-347");
        return Map.of(
                "organizationId",
                partner.id(),
                "userId",
                employee.id(),
                "associationId",
                association,
                "achievementId",
                achievement,
                "competencyId",
                "messaging");
    }

    private Map<String, String> deleted(Map<String, String> objects) {
        partners.revokes(objects.get("achievementId"));
        PartnerFixture.admin()
                .delete(own.path("/users/" + objects.get("userId")))
                .then()
                .statusCode(204);
        return objects;
    }

    @Test
    void nobody_reaches_more_than_the_programme_says() throws Throwable {
        var calls = documented();
        assertThat(calls).as("calls with a rule of the programme's").isEqualTo(new TreeSet<>(RoleMatrix.calls()));
        for (var role : Role.values()) {
            var caller = everyRole.caller(role, own);
            calls.forEach(call -> checkAll(call, role, caller));
        }
        System.out.printf(
                "Role matrix: %d calls x %d roles x %d targets = %d requests, %d leaks or refusals too many%n",
                calls.size(), Role.values().length, Target.values().length, asked, wrong.size());
        assertThat(asked).isEqualTo(calls.size() * Role.values().length * Target.values().length);
        assertThat(wrong).isEmpty();
    }

    private static Set<String> documented() {
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json").then().extract().path("paths");
        var calls = new TreeSet<String>();
        paths.forEach((path, members) -> members.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> calls.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        return calls;
    }

    private void checkAll(String call, Role role, EveryRole.Caller caller) {
        var missing = ask(call, caller, Target.NEVER_EXISTED);
        for (var target : Target.values()) {
            var answer = ask(call, caller, target);
            asked++;
            var complaint = complaint(call, role, target, answer, missing);
            if (complaint != null) {
                wrong.add(call + " by " + role.text() + " upon " + target + ": " + complaint + ", got " + answer);
            }
        }
    }

    private String complaint(String call, Role role, Target target, Answer answer, Answer missing) {
        boolean byRole = RoleMatrix.allows(call, role);
        boolean mayHaveIt = byRole || RoleMatrix.allowsThemselves(call) && Role.OF_EMPLOYEES.contains(role);
        if (!mayHaveIt) {
            return answer.status() == 403 && answer.equals(missing) ? null : "the role does not allow it";
        }
        boolean isAbroad =
                Set.of(Target.ANOTHER_ORGANIZATION, Target.NEVER_EXISTED).contains(target);
        if (Role.OF_EMPLOYEES.contains(role) && call.contains("{organizationId}") && isAbroad) {
            return answer.body().equals(nothing) && answer.equals(missing) ? null : "differs from what is missing";
        }
        if (!byRole && target != Target.OWN) {
            return answer.status() == 403 ? null : "it is about somebody else";
        }
        return answer.isRefusal() ? "the role allows it" : null;
    }

    /** A version that nothing ever had keeps the objects as they are. */
    private Answer ask(String call, EveryRole.Caller caller, Target target) {
        var method = call.substring(0, call.indexOf(' '));
        var request = as(caller).header("If-Match", "\"no such version\"");
        if (!method.equals("GET")) {
            request.body(method.equals("POST") && call.endsWith("/batch") ? "[]" : "{}");
        }
        if (call.endsWith("-imports")) {
            request.contentType("text/csv");
        }
        return Answer.of(request.request(method, path(call, caller, target)));
    }

    private static RequestSpecification as(EveryRole.Caller caller) {
        return caller.signedIn().contentType("application/json").urlEncodingEnabled(false);
    }

    private String path(String call, EveryRole.Caller caller, Target target) {
        var filled = call.substring(call.indexOf(' ') + 1);
        for (var name : names(filled)) {
            filled = filled.replace("{" + name + "}", id(call, name, caller, target));
        }
        return filled;
    }

    private static List<String> names(String template) {
        return Arrays.stream(template.split("/"))
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList();
    }

    private String id(String call, String name, EveryRole.Caller caller, Target target) {
        if (target != Target.OWN) {
            return ids.get(target).getOrDefault(name, UUID.randomUUID().toString());
        }
        boolean isOneself = caller.userId() != null && RoleMatrix.allowsThemselves(call);
        return name.equals("userId") && isOneself
                ? caller.userId()
                : ids.get(Target.COLLEAGUE).getOrDefault(name, UUID.randomUUID().toString());
    }
}

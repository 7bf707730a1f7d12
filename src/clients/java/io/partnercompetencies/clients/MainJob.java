package io.partnercompetencies.clients;

import io.partnercompetencies.client.ApiClient;
import io.partnercompetencies.client.ApiException;
import io.partnercompetencies.client.api.AchievementsApi;
import io.partnercompetencies.client.api.AchievementsApi.APIListAchievementsRequest;
import io.partnercompetencies.client.api.CompetencyStatusApi;
import io.partnercompetencies.client.api.MembershipApi;
import io.partnercompetencies.client.api.MicrosoftAccountsApi;
import io.partnercompetencies.client.api.OrganizationsApi;
import io.partnercompetencies.client.api.UsersApi;
import io.partnercompetencies.client.model.AccountKind;
import io.partnercompetencies.client.model.AchievementType;
import io.partnercompetencies.client.model.AlertPerson;
import io.partnercompetencies.client.model.Level;
import io.partnercompetencies.client.model.LevelStatus;
import io.partnercompetencies.client.model.LinkAccount;
import io.partnercompetencies.client.model.Market;
import io.partnercompetencies.client.model.NewAchievement;
import io.partnercompetencies.client.model.NewOrganization;
import io.partnercompetencies.client.model.NewSubscription;
import io.partnercompetencies.client.model.NewUser;
import io.partnercompetencies.client.model.Stage;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Two employees earn Messaging, the company buys Silver, and one of the two leaves. Needs the address of the service,
 * the user name and the password of a programme administrator.
 */
public final class MainJob {

    private final OrganizationsApi organizations;
    private final UsersApi users;
    private final MicrosoftAccountsApi accounts;
    private final AchievementsApi achievements;
    private final CompetencyStatusApi competencies;
    private final MembershipApi membership;

    MainJob(String address, String userName, String password) {
        var client = new ApiClient();
        client.updateBaseUri(address);
        client.setRequestInterceptor(request -> request.header("Authorization", basic(userName, password)));
        organizations = new OrganizationsApi(client);
        users = new UsersApi(client);
        accounts = new MicrosoftAccountsApi(client);
        achievements = new AchievementsApi(client);
        competencies = new CompetencyStatusApi(client);
        membership = new MembershipApi(client);
    }

    public static void main(String... args) throws ApiException, InterruptedException {
        new MainJob(args[0], args[1], args[2]).run("4711", System.out::println);
    }

    void run(String mpnId, Consumer<String> say) throws ApiException, InterruptedException {
        var company = company(mpnId);
        var ana = employee(company, "ana", "ana" + mpnId + "@outlook.example");
        employee(company, "bo", "bo" + mpnId + "@outlook.example");
        var ofAna =
                APIListAchievementsRequest.newBuilder().organizationId(company).userId(ana);
        var earned = achievements.listAchievements(ofAna.build()).getItems();
        earned.forEach(one -> say.accept(one.getCredential() + " is " + one.getStatus()));

        var silver = silver(company);
        while (silver.getStage() == Stage.STARTED || silver.getStage() == Stage.NOT_STARTED) {
            Thread.sleep(500);
            silver = silver(company);
        }
        say.accept("SILVER is " + silver.getStage());

        membership.buySubscription(company, new NewSubscription().level(Level.SILVER), null, key());
        var held = membership.getForecast(company, null).getLevels().get(0);
        var critical = held.getCritical().stream().map(AlertPerson::getDisplayName);
        say.accept("SILVER is " + silver(company).getStage() + " and needs " + String.join(" and ", critical.toList()));

        users.removeUser(company, ana, null);
        var alerts = membership.listAlerts(company, null, null, null, null).getItems();
        say.accept("SILVER is " + silver(company).getStage() + " because of "
                + alerts.get(0).getCause());
    }

    private UUID company(String mpnId) throws ApiException {
        var company = new NewOrganization().mpnId(mpnId).name("Fabrikam");
        company.country("IT").market(Market.DEVELOPED);
        return organizations.createOrganization(company, key()).getId();
    }

    private UUID employee(UUID company, String name, String account) throws ApiException {
        var employee = new NewUser().firstName(name).lastName("F").displayName(name);
        var created = users.createUser(company, employee.email(name + "@fabrikam.example"), key());
        var link = new LinkAccount().account(account).kind(AccountKind.LEARN);
        accounts.associateMicrosoftAccount(company, created.getId(), link, key());
        for (var exam : List.of("70-345", "70-347")) {
            var passed = new NewAchievement().account(account).type(AchievementType.EXAM);
            passed.credential(exam).achievedAt(OffsetDateTime.now());
            achievements.recordAchievement(passed, key());
        }
        return created.getId();
    }

    private LevelStatus silver(UUID company) throws ApiException {
        var messaging = competencies.getCompetencyStatus(company, "messaging", null, null, null);
        return messaging.getLevels().get(0);
    }

    /** Sent again with the same key, a call answers what it answered. */
    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String basic(String userName, String password) {
        var both = (userName + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}

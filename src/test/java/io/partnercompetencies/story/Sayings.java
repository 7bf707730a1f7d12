package io.partnercompetencies.story;

import static io.partnercompetencies.PartnerFixture.admin;

import io.partnercompetencies.PartnerFixture.Partner;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What each address says of a company, in a line for everything that it says. */
final class Sayings {

    private final Partner company;
    private final List<String> competencies;
    private final People people;

    Sayings(Partner company, List<String> competencies, People people) {
        this.company = company;
        this.competencies = competencies;
        this.people = people;
    }

    Map<String, Object> now() {
        var sayings = new LinkedHashMap<String, Object>();
        sayings.put("membership", membership());
        sayings.put("subscriptions", lines("/subscriptions", "items", this::subscription));
        sayings.put("competencies", stages());
        sayings.put("eligibility", eligibility());
        sayings.put("alerts", alerts());
        sayings.put("forecast", forecast());
        sayings.put("marketing profile", profile());
        return sayings;
    }

    private JsonPath answer(String path) {
        return admin().get(company.path(path))
                .then()
                .statusCode(200)
                .extract()
                .body()
                .jsonPath();
    }

    private interface Line {
        String of(Map<String, Object> item);
    }

    private List<String> lines(String path, String items, Line line) {
        return lines(answer(path), items, line);
    }

    private static List<String> lines(JsonPath answer, String items, Line line) {
        List<Map<String, Object>> all = answer.getList(items);
        return all.stream().map(line::of).toList();
    }

    private String membership() {
        var answer = answer("/membership");
        var status = answer.getString("status");
        if (status.equals("NONE")) {
            return status;
        }
        return answer.getString("level") + " " + status + " from " + answer.getString("startsOn") + " to "
                + answer.getString("expiresOn") + ", renewal from " + answer.getString("renewalWindow.opensOn") + " to "
                + answer.getString("renewalWindow.closesOn") + (answer.getBoolean("atRisk") ? ", at risk" : "");
    }

    private String subscription(Map<String, Object> term) {
        var discount = term.get("upgradeDiscountPercent");
        return term.get("level") + " " + term.get("status") + " from " + term.get("startsOn") + " to "
                + term.get("expiresOn") + (discount == null ? "" : " with " + discount + " % off");
    }

    private List<String> stages() {
        var stages = new ArrayList<String>();
        for (var competency : competencies) {
            stages.addAll(lines("/competencies/" + competency, "levels", level -> stage(competency, level)));
        }
        return stages;
    }

    private static String stage(String competency, Map<String, Object> level) {
        var by = Objects.equals(level.get("metBy"), "FACTS") ? "" : " by " + level.get("metBy");
        return competency + " " + level.get("level") + " is " + level.get("stage")
                + (level.get("met").equals(true) ? " and met" + by : " and not met");
    }

    private List<String> eligibility() {
        var answer = answer("/eligibility");
        var lines = new ArrayList<>(lines(answer, "upgrade", upgrade -> eligible("buying ", upgrade)));
        Map<String, Object> renewal = answer.getMap("renewal");
        if (renewal != null) {
            lines.add(eligible("renewing ", renewal)
                    + (renewal.get("allowedNow").equals(true) ? ", allowed now" : ", not now"));
        }
        return lines;
    }

    @SuppressWarnings("unchecked")
    private static String eligible(String what, Map<String, Object> one) {
        var reasons = (List<Map<String, Object>>) one.get("reasons");
        return what
                + one.get("level")
                + (one.get("eligible").equals(true) ? " is possible" : " is not possible")
                + reasons.stream().map(Sayings::reason).collect(Collectors.joining(", ", " (", ")"));
    }

    private static String reason(Map<String, Object> reason) {
        var competency = reason.get("competencyId");
        return reason.get("code") + (competency == null ? "" : " " + competency);
    }

    /** Newest first; of those of one instant none comes before the other, so they are told by competency. */
    private List<String> alerts() {
        List<Map<String, Object>> alerts = answer("/alerts").getList("items");
        return alerts.stream()
                .sorted(Comparator.comparing((Map<String, Object> alert) -> (String) alert.get("raisedAt"))
                        .reversed()
                        .thenComparing(alert -> String.valueOf(alert.get("competencyId"))))
                .map(this::alert)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private String alert(Map<String, Object> alert) {
        var begin = alert.get("state") + " " + alert.get("type");
        if (alert.get("competencyId") == null) {
            return begin + " of " + alert.get("bitesOn");
        }
        return begin + " of " + alert.get("bitesOn") + ", " + alert.get("competencyId") + " " + alert.get("level")
                + ", " + alert.get("cause") + people.shown((List<Map<String, String>>) alert.get("people"))
                + people.shownAchievements((List<String>) alert.get("achievements"));
    }

    @SuppressWarnings("unchecked")
    private List<String> forecast() {
        var answer = answer("/forecast");
        var lines = new ArrayList<>(lines(
                answer,
                "items",
                item -> "on " + item.get("on") + " " + item.get("competencyId") + " " + item.get("level") + " from "
                        + item.get("from") + " to " + item.get("to") + ", "
                        + String.join(" and ", (List<String>) item.get("causes"))
                        + people.shown((List<Map<String, String>>) item.get("people"))
                        + people.shownAchievements((List<String>) item.get("achievements"))));
        lines.addAll(lines(
                answer,
                "levels",
                level -> level.get("competencyId") + " " + level.get("level") + " can spare "
                        + (level.get("toleratesLeavers") == null ? "anybody" : level.get("toleratesLeavers"))
                        + people.shown((List<Map<String, String>>) level.get("critical"))));
        return lines;
    }

    private String profile() {
        var answer = answer("/marketing-profile");
        var levels = lines(answer, "competencies", one -> one.get("competencyId") + " " + one.get("level"));
        return levels.isEmpty() && answer.getString("membershipLevel") == null
                ? "nothing"
                : answer.getString("membershipLevel") + " with " + String.join(", ", levels);
    }
}

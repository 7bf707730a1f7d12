package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which competencies name which credential, by the requirements in force at one instant. */
public final class Demand {

    private final Map<String, List<String>> competencies = new HashMap<>();

    /** @param laws in the catalogue's order, which the answers keep */
    public Demand(List<CompetencyLaw> laws) {
        laws.forEach(law -> law.options().stream()
                .flatMap(option -> option.levels().values().stream())
                .forEach(requirement -> requirement.forEachCredential(code -> add(Credential.key(code), law.id()))));
    }

    private void add(String key, String competency) {
        var named = competencies.computeIfAbsent(key, unseen -> new ArrayList<>());
        if (!named.contains(competency)) {
            named.add(competency);
        }
    }

    /** @return ids */
    public List<String> competencies(Credential credential) {
        return competencies.getOrDefault(Credential.key(credential.code()), List.of());
    }

    /** The competencies that a credit serves, or will once it counts; none where it does not or never will. */
    public List<String> servedBy(Credit credit, Credential credential, CreditStatus status) {
        boolean serves = status == CreditStatus.COUNTED
                || status == CreditStatus.PENDING && credit.lastsUntilItCounts(credential);
        return serves ? competencies(credential) : List.of();
    }
}

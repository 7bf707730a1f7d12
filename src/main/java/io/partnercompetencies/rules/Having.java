package io.partnercompetencies.rules;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who of an organisation's people has which credential: positions in their order, by the published code. */
final class Having {

    private static final BitSet NOBODY = new BitSet();

    private final int people;
    private final Map<String, BitSet> byCode = new HashMap<>();

    Having(int people) {
        this.people = people;
    }

    void note(String code, int position) {
        byCode.computeIfAbsent(code, none -> new BitSet()).set(position);
    }

    /** The positions of all who fulfil the clause; not to be changed. */
    BitSet fulfilling(PersonClause clause) {
        if (clause instanceof PersonClause.Holds holds) {
            return byCode.getOrDefault(holds.credential(), NOBODY);
        }
        return clause instanceof PersonClause.All all ? all(all.of()) : any(((PersonClause.Any) clause).of());
    }

    private BitSet all(List<PersonClause> clauses) {
        var all = new BitSet(people);
        all.set(0, people);
        for (var clause : clauses) {
            all.and(fulfilling(clause));
        }
        return all;
    }

    BitSet any(List<PersonClause> clauses) {
        var any = new BitSet(people);
        for (var clause : clauses) {
            any.or(fulfilling(clause));
        }
        return any;
    }
}

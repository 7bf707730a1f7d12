package io.partnercompetencies.fuzz;

import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** One way to bend a request that the document allows. */
record Fault(String name, Predicate<Draft> fits, BiConsumer<Draft, Random> bend) {

    static Fault of(String name, BiConsumer<Draft, Random> bend) {
        return new Fault(name, any -> true, bend);
    }

    static Fault of(String name, Predicate<Draft> fits, BiConsumer<Draft, Random> bend) {
        return new Fault(name, fits, bend);
    }

    void plant(Draft draft, Random random) {
        bend.accept(draft, random);
        draft.fault = draft.fault == null ? name : draft.fault + " and " + name;
    }

    static <T> T one(T[] all, Random random) {
        return all[random.nextInt(all.length)];
    }
}

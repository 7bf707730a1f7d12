package io.partnercompetencies.rules;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What one person must have, with achievements that count (R2). */
public sealed interface PersonClause {

    /** Whether someone who has these credentials fulfils the clause. */
    boolean isFulfilledBy(Predicate<String> has);

    /** Gives every credential that the clause names, in order, repeated ones too. */
    void forEachCredential(Consumer<String> use);

    /** Gives the credentials by which someone fulfils the clause: of an any-of every branch that is fulfilled. */
    void forEachUsed(Predicate<String> has, Consumer<String> use);

    /** @param credential the code in its published spelling */
    record Holds(String credential) implements PersonClause {

        @Override
        public boolean isFulfilledBy(Predicate<String> has) {
            return has.test(credential);
        }

        @Override
        public void forEachCredential(Consumer<String> use) {
            use.accept(credential);
        }

        @Override
        public void forEachUsed(Predicate<String> has, Consumer<String> use) {
            use.accept(credential);
        }
    }

    record All(List<PersonClause> of) implements PersonClause {

        public All {
            of = List.copyOf(of);
        }

        @Override
        public boolean isFulfilledBy(Predicate<String> has) {
            for (var clause : of) {
                if (!clause.isFulfilledBy(has)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void forEachCredential(Consumer<String> use) {
            of.forEach(clause -> clause.forEachCredential(use));
        }

        @Override
        public void forEachUsed(Predicate<String> has, Consumer<String> use) {
            of.forEach(clause -> clause.forEachUsed(has, use));
        }
    }

    record Any(List<PersonClause> of) implements PersonClause {

        public Any {
            of = List.copyOf(of);
        }

        @Override
        public boolean isFulfilledBy(Predicate<String> has) {
            for (var clause : of) {
                if (clause.isFulfilledBy(has)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void forEachCredential(Consumer<String> use) {
            of.forEach(clause -> clause.forEachCredential(use));
        }

        @Override
        public void forEachUsed(Predicate<String> has, Consumer<String> use) {
            for (var clause : of) {
                if (clause.isFulfilledBy(has)) {
                    clause.forEachUsed(has, use);
                }
            }
        }
    }
}

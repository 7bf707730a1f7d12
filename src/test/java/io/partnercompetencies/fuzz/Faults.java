package io.partnercompetencies.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Everything that is done to requests; the ways of one kind of place stand together in a class of their own. */
final class Faults {

    private final List<Fault> all;

    Faults(Known known) {
        all = Stream.of(
                        new AddressFaults(known).all(),
                        new HeaderFaults(known).all(),
                        new CallerFaults(known).all(),
                        JsonFaults.ALL,
                        // Where most can be wrong.
                        JsonFaults.ALL,
                        TextFaults.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /** One of those that fit, now and then two. */
    void plant(Draft draft, Random random) {
        do {
            var fitting = all.stream().filter(fault -> fault.fits().test(draft)).toList();
            fitting.get(random.nextInt(fitting.size())).plant(draft, random);
        } while (random.nextInt(8) == 0);
    }
}

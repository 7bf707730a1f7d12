package io.partnercompetencies.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.achievement.ImportParts.Part;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the rows of a file are divided. */
class ImportPartsTest {

    @Test
    void every_row_is_in_one_part_of_about_a_batch() {
        var random = new Random(4);
        var hashes = IntStream.range(0, 100_000)
                .map(i -> AccountHash.of("a" + random.nextInt(40_000) + "@outlook.example"))
                .toArray();
        var parts = divided(hashes).of(5_000);
        assertThat(parts).hasSizeBetween(16, 20);
        assertThat(parts.stream().mapToInt(Part::rows).sum()).isEqualTo(hashes.length);
        assertThat(parts.subList(0, parts.size() - 1)).allMatch(part -> part.rows() >= 5_000 && part.rows() < 6_000);
        for (int hash : hashes) {
            assertThat(parts.stream().filter(part -> part.fromHash() <= hash && hash <= part.toHash()))
                    .hasSize(1);
        }
        assertThat(parts.get(0).fromHash()).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void rows_at_the_ends_are_not_forgotten() {
        assertThat(divided(Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE).of(2))
                .isEqualTo(List.of(new Part(0, Integer.MIN_VALUE, -1, 2), new Part(1, 0, Integer.MAX_VALUE, 2)));
        assertThat(divided().of(2)).isEmpty();
    }

    @Test
    void an_address_has_one_hash_however_it_is_written() {
        assertThat(AccountHash.of("Ana.Torres@Outlook.Example"))
                .isEqualTo(AccountHash.of("ana.torres@outlook.example"));
        assertThat(AccountHash.of("JOSÉ@outlook.example")).isEqualTo(AccountHash.of("josé@outlook.example"));
        assertThat(AccountHash.of("ana@outlook.example")).isNotEqualTo(AccountHash.of("anb@outlook.example"));
    }

    private static ImportParts divided(int... hashes) {
        var parts = new ImportParts();
        for (int hash : hashes) {
            parts.add(hash);
        }
        return parts;
    }
}

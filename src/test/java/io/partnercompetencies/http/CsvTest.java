package io.partnercompetencies.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static String line(Object... cells) {
        return Csv.line(Arrays.asList(cells));
    }

    @Test
    void cells_are_parted_by_commas_and_lines_end_with_cr_lf() {
        assertThat(line("a", 1, null, true)).isEqualTo("a,1,,true\r\n");
    }

    @Test
    void what_would_end_a_cell_is_quoted() {
        assertThat(line("a,b", "a\"b", "a\rb", "a\nb", "a b"))
                .isEqualTo("\"a,b\",\"a\"\"b\",\"a\rb\",\"a\nb\",a b\r\n");
    }

    @Test
    void no_cell_is_a_formula() {
        assertThat(line("=1", "+1", "-1", "@a", "\ta", "a=1", "'=1")).isEqualTo("'=1,'+1,'-1,'@a,'\ta,a=1,'=1\r\n");
        assertThat(line("\ra", "\na", "=\"")).isEqualTo("\"'\ra\",\"'\na\",\"'=\"\"\"\r\n");
    }
}

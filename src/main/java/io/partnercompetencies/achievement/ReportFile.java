package io.partnercompetencies.achievement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.partnercompetencies.http.CsvFile;
import io.partnercompetencies.http.CsvHeader;
import io.partnercompetencies.http.LineFile;
import io.partnercompetencies.problem.Malformed;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The rows of a file, one after the other, in the form in which a batch has them. */
final class ReportFile implements Closeable {

    private static final List<String> NEEDED = List.of("account", "type", "credential", "achievedAt");
    private static final List<String> SPARE = List.of("expiresAt", "source");

    private interface Rows {
        Supplier<JsonNode> next() throws IOException;
    }

    private final Rows rows;
    private final IntSupplier row;
    private final Closeable file;

    private ReportFile(Rows rows, IntSupplier row, Closeable file) {
        this.rows = rows;
        this.row = row;
        this.file = file;
    }

    static ReportFile csv(InputStream body) throws IOException {
        var file = new CsvFile(body);
        var header = CsvHeader.of(file.header(), NEEDED, SPARE);
        return new ReportFile(
                () -> {
                    var cells = file.next();
                    return cells == null ? null : () -> node(header, cells);
                },
                file::row,
                file);
    }

    private static JsonNode node(CsvHeader header, List<String> cells) {
        var complaint = header.complaint(cells);
        if (complaint != null) {
            throw Malformed.at("", complaint);
        }
        var node = JsonNodeFactory.instance.objectNode();
        header.values(cells).forEach(node::put);
        return node;
    }

    static ReportFile lines(InputStream body, ReportBinding binding) {
        var file = new LineFile(body);
        return new ReportFile(
                () -> {
                    var line = file.next();
                    return line == null ? null : () -> binding.parse(line);
                },
                file::row,
                file);
    }

    /** The next row, which throws what makes it alone unreadable; null at the end. */
    Supplier<JsonNode> next() throws IOException {
        return rows.next();
    }

    /** The number of the row that was read last, from 1. */
    int row() {
        return row.getAsInt();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What an ingest of the deliveries should find: {@code truth.json} and {@code defects.csv}. */
final class Truth {
  private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

  private final Request request;
  private final ObjectMapper mapper = new ObjectMapper();
  private final List<Written> files = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();
  private final Tally tally = new Tally();

  Truth(Request request) {
    this.request = request;
  }

  void add(Report report) {
    files.addAll(report.files());
    planted.addAll(report.planted());
    tally.add(report.tally());
  }

  Summary write(Path folder) throws IOException {
    Files.createDirectories(folder);
    ObjectNode root = mapper.createObjectNode();
    root.set("request", request());
    root.set("model", ModelFacts.json(mapper));
    root.set("files", files());
    root.set("cells", cells());
    StudyFacts.surveys(root.putObject("surveys"), request);
    StudyFacts.pilots(root.putObject("pilots"), request);
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(TWO_SPACES).withArrayIndenter(TWO_SPACES);
    Files.writeString(
        folder.resolve("truth.json"),
        mapper.writer(printer).writeValueAsString(root) + "\n",
        UTF_8);
    DefectsCsv.write(folder, planted);
    long rows = files.stream().mapToLong(Written::rows).sum();
    return new Summary(files.size(), rows, tally.transfers(), planted.size());
  }

  private ObjectNode request() {
    return mapper
        .createObjectNode()
        .put("seed", request.seed())
        .put("transfers_expected", request.transfers())
        .put("transfers_actual", tally.transfers())
        .put("from", request.from().toString())
        .put("to", request.to().toString())
        .put("rows_per_file", request.rowsPerFile())
        .put("defects", request.defects().name())
        .put("households_per_psu", request.householdsPerPsu());
  }

  private ArrayNode files() {
    ArrayNode list = mapper.createArrayNode();
    for (Written file : files) {
      ObjectNode node = list.addObject().put("file", file.file()).put("contract", file.contract());
      node.put("source", file.source()).put("rows", file.rows());
      if (!file.natural().isEmpty()) {
        file.natural().forEach(node.putObject("natural")::put);
      }
    }
    return list;
  }

  /** By corridor and quarter; sums as exact decimals in text. */
  private ArrayNode cells() {
    ArrayNode list = mapper.createArrayNode();
    tally
        .cells()
        .forEach(
            (name, measures) -> {
              int space = name.indexOf(' ');
              ObjectNode node = list.addObject().put("corridor", name.substring(0, space));
              node.put("quarter", name.substring(space + 1));
              put(node, measures);
            });
    return list;
  }

  private static void put(ObjectNode node, SortedMap<String, Long> measures) {
    measures.forEach(
        (measure, amount) -> {
          if (Tally.isMoney(measure)) {
            Text text = new Text();
            Digits.decimal(text, amount, 2, '.');
            node.put(measure, text.toString());
          } else {
            node.put(measure, amount);
          }
        });
  }
}

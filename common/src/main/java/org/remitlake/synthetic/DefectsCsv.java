package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code defects.csv}: every place where a rule has something to find. */
public final class DefectsCsv {
  private DefectsCsv() {}

  /** Writes the places in order into a folder, which is made. */
  public static void write(Path folder, List<Planted> planted) throws IOException {
    Files.createDirectories(folder);
    Text csv = new Text().append("rule,contract,file,line,key,outcome,note\n");
    for (Planted p : planted.stream().sorted(Planted.ORDER).toList()) {
      csv.append(p.rule()).append(',').append(p.contract()).append(',').append(p.file());
      csv.append(',').append(p.line()).append(',').append(p.key()).append(',');
      csv.append(p.outcome().name().toLowerCase(Locale.ROOT)).append(',');
      csv.append(p.note().indexOf(',') < 0 ? p.note() : '"' + p.note() + '"').append('\n');
    }
    Files.writeString(folder.resolve("defects.csv"), csv.toString(), UTF_8);
  }
}

package org.remitlake.synthetic.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.remitlake.synthetic.DefectsCsv;
import org.remitlake.synthetic.Deliveries;
import org.remitlake.synthetic.Planted;
import org.remitlake.synthetic.Summary;

/** Writes, for each rule and in each partner's form, a defect to catch and one to let pass. */
public final class RuleDeliveries {
  private final long seed;
  private final Path folder;
  private final List<Planted> planted = new ArrayList<>();
  private long files;
  private long rows;

  private RuleDeliveries(long seed, Path folder) {
    this.seed = seed;
    this.folder = folder;
  }

  /**
   * Writes the files, and {@code _truth/defects.csv}, which ingest passes over.
   *
   * @param forms of all partners; those whose contract has no cases get no file
   * @throws IllegalArgumentException if the folder holds something already
   */
  public static Summary write(long seed, List<PartnerForm> forms, Path folder) {
    RuleDeliveries deliveries = new RuleDeliveries(seed, folder);
    try {
      Deliveries.refuseUnlessEmpty(folder);
      for (PartnerForm form : forms) {
        deliveries.write(form);
      }
      DefectsCsv.write(folder.resolve("_truth"), deliveries.planted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Summary(deliveries.files, deliveries.rows, 0, deliveries.planted.size());
  }

  private void write(PartnerForm form) throws IOException {
    Optional<RuleCases> cases = RuleCases.of(form.contract()).filter(c -> c.fit(form));
    if (cases.isEmpty()) {
      return;
    }
    write(form.fileName("rules"), CaseFile.of(seed, cases.get(), form));
    for (FileCase wrong : FileCase.all()) {
      if (wrong.profile().equals(form.name())) {
        String name = form.fileName(wrong.part());
        write(name, CaseFile.of(seed, cases.get(), form, wrong));
        if (!wrong.manifest().isEmpty()) {
          Files.writeString(folder.resolve(name + ".manifest.json"), wrong.manifest());
        }
      }
    }
  }

  private void write(String name, CaseFile file) throws IOException {
    WrittenRows written = file.written();
    written.save(folder.resolve(name));
    planted.addAll(file.planted(name, written));
    files++;
    rows += file.size();
  }
}

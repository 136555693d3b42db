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
   * Writes the files, and {@code _truth/defects.csv}, which ingest passes over, as it does {@code
   * _later}: files to be delivered when all others are known.
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
    CaseFile rowByRow = CaseFile.of(seed, cases.get(), form);
    write(folder.resolve(form.fileName("rules")), rowByRow, rowByRow.written());
    for (FileCase wrong : FileCase.all()) {
      if (wrong.concerns(form)) {
        Path into = wrong.later() ? folder.resolve("_later") : folder;
        Path path = Files.createDirectories(into).resolve(form.fileName(wrong.part()));
        CaseFile file = CaseFile.of(seed, cases.get(), form, wrong);
        write(path, file, file.written().with(wrong.damage()));
        if (!wrong.manifest().isEmpty()) {
          Files.writeString(
              path.resolveSibling(path.getFileName() + ".manifest.json"), wrong.manifest());
        }
      }
    }
  }

  private void write(Path path, CaseFile file, WrittenRows written) throws IOException {
    written.save(path);
    planted.addAll(file.planted(path.getFileName().toString(), written));
    files++;
    rows += file.size();
  }
}

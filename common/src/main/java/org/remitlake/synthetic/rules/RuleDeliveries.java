package org.remitlake.synthetic.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
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
  private RuleDeliveries() {}

  /**
   * Writes the files, and {@code _truth/defects.csv}, which ingest passes over.
   *
   * @param forms of all partners; those whose contract has no cases get no file
   * @throws IllegalArgumentException if the folder holds something already
   */
  public static Summary write(long seed, List<PartnerForm> forms, Path folder) {
    try {
      Deliveries.refuseUnlessEmpty(folder);
      List<Planted> planted = new ArrayList<>();
      long files = 0;
      long rows = 0;
      for (PartnerForm form : forms) {
        Optional<RuleCases> cases = RuleCases.of(form.contract());
        if (cases.isPresent()) {
          CaseFile file = new CaseFile(seed, cases.get(), form);
          String name = form.fileName("rules");
          WrittenRows written = file.written();
          written.save(folder.resolve(name));
          planted.addAll(file.planted(name, written));
          files++;
          rows += file.size();
        }
      }
      DefectsCsv.write(folder.resolve("_truth"), planted);
      return new Summary(files, rows, 0, planted.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

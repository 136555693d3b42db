package org.remitlake.ingest;

import java.util.function.Predicate;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.ingest.file.Delivery;

/** A profile that was taken away though rows in bronze landed by it: nobody can read them. */
final class GoneProfile {
  private GoneProfile() {}

  /**
   * Refuses a file in bronze whose profile is gone.
   *
   * @param profiles whether there is a profile of a name
   */
  static void refuse(Delivery file, Predicate<String> profiles) {
    if (!profiles.test(file.profile())) {
      throw of(file.name(), file.profile());
    }
  }

  /** The problem of such a file. */
  static ConfigProblem of(String file, String profile) {
    return new ConfigProblem(
        "%s: it landed by profile %s, which is gone, so its rows cannot be judged. Nothing of it"
                .formatted(file, profile)
            + " was changed. Put the profile back and run again.");
  }
}

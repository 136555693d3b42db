package org.remitlake.ingest.proposal;

/** A profile for a file that no profile knows, ready to be settled and kept. */
public interface ProposedProfile {
  /** The file. */
  String fileName();

  /** Name of the contract. */
  Finding contract();

  /** The YAML to settle and to keep. */
  String yaml();

  /** The proposal in counts. */
  Summary summary();

  /**
   * A proposal in counts.
   *
   * @param mapped columns that give a field
   * @param ignored columns that give none
   * @param todos things that a person has to settle
   * @param rows rows that were read by it
   * @param clean rows read without complaint
   */
  record Summary(int mapped, int ignored, int todos, long rows, long clean) {}

  /** How many things a person has to settle. */
  static int todos(String yaml) {
    return (int) yaml.lines().filter(line -> line.contains("TODO")).count();
  }
}

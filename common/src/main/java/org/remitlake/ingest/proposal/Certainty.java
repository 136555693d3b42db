package org.remitlake.ingest.proposal;

import java.util.Locale;

/** How far a finding may be trusted. */
public enum Certainty {
  /** Nothing else fits what the file shows. */
  SURE,
  /** Name or content speak for it, and nothing against it. */
  LIKELY,
  /** To be looked at by a person. */
  GUESS;

  /** As comments say it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

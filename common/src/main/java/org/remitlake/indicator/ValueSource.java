package org.remitlake.indicator;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the values of some indicators come from. */
public interface ValueSource {
  /**
   * Periods that there are inputs for, each with a text that changes when, and only when, what its
   * values rest on was rewritten.
   */
  Map<String, String> inputs();

  /** The values of some periods; none for a period without inputs. */
  List<ValueRow> values(Set<String> periods);
}

package org.remitlake.synthetic.rules;

import java.util.Map;

/**
 * A row as a partner writes it.
 *
 * @param cells heading to text
 * @param quirk of the row as a whole: wide, narrow or broken; empty for none
 */
record FileRow(Map<String, String> cells, String quirk) {}

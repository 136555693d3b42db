package org.remitlake.synthetic;

import java.util.SortedMap;

/**
 * A delivered file.
 *
 * @param file name
 * @param contract transfer, fx or quote
 * @param source provider, bank or shopper
 * @param rows data rows, bad ones included
 * @param natural rows that a rule repairs although nobody planted them, by rule
 */
record Written(
    String file, String contract, String source, long rows, SortedMap<String, Long> natural) {}

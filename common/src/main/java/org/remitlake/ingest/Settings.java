package org.remitlake.ingest;

import java.util.List;
import java.util.Map;
import org.remitlake.ingest.file.Profiles;

/**
 * What an operator can set for {@code ingest}.
 *
 * @param profiles layouts of the sources
 * @param lists lists that rules name: {@code send_countries}, {@code receive_countries}
 * @param pseudonymKey key for ids that come unhashed; empty when there is none
 * @param holdShare a file is held when more than this share of its rows (0 to 1) is broken
 * @param holdRows … and at least so many rows
 */
public record Settings(
    Profiles profiles,
    Map<String, List<String>> lists,
    String pseudonymKey,
    double holdShare,
    long holdRows) {}

package org.remitlake.synthetic;

import java.util.List;

/**
 * One row of a household file, and its roster.
 *
 * @param visit where, when, with what result
 * @param told answers; only where the visit was opened
 * @param members in the order of the roster
 */
record Household(Visit visit, Told told, List<Member> members) {
  long adults() {
    return members.stream().filter(Member::adult).count();
  }
}

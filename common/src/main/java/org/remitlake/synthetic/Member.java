package org.remitlake.synthetic;

/**
 * A person of a household's roster.
 *
 * @param line in the roster; line 1 is the head
 * @param female whether she is
 * @param age years
 * @param isced highest level of education, or a reason of {@link Answers}
 * @param account holds one: 1 or 0, or a reason of {@link Answers}
 * @param selected whether this is the one adult who answers for himself or herself
 */
record Member(int line, boolean female, int age, long isced, long account, boolean selected) {
  static final int ADULT = 15;

  boolean adult() {
    return age >= ADULT;
  }
}

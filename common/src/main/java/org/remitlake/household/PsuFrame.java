package org.remitlake.household;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.remitlake.stats.DomainSums;
import org.remitlake.stats.LonelyPsu;
import org.remitlake.stats.SurveyDesign;

/**
 * The PSUs of a sample, numbered: all, whether a domain reaches them or not, since leaving them out
 * would make standard errors wrong.
 */
final class PsuFrame implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * A PSU.
   *
   * @param stratum stratum
   * @param psu label, which starts anew in every stratum
   */
  record Psu(String stratum, String psu) implements Comparable<Psu>, Serializable {
    @Override
    public int compareTo(Psu other) {
      int byStratum = stratum.compareTo(other.stratum);
      return byStratum != 0 ? byStratum : psu.compareTo(other.psu);
    }
  }

  /** Catalogue 6.1: a lonely PSU counts by its distance from the mean of all. */
  static final LonelyPsu LONELY = LonelyPsu.ADJUST_CENTERED;

  private final List<Psu> psus;
  private transient Map<Psu, Integer> numbers;
  private transient SurveyDesign design;

  PsuFrame(Collection<Psu> psus) {
    this.psus = List.copyOf(new TreeSet<>(psus));
    prepare();
  }

  private void prepare() {
    numbers = new HashMap<>();
    psus.forEach(psu -> numbers.put(psu, numbers.size()));
    design =
        DomainSums.design(
                psus.stream().map(Psu::stratum).toArray(String[]::new),
                psus.stream().map(Psu::psu).toArray(String[]::new))
            .withLonelyPsus(LONELY);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    prepare();
  }

  int number(Psu psu) {
    return numbers.get(psu);
  }

  /** By PSU, its number in another frame; negative where it is not in it. */
  int[] numbersIn(PsuFrame other) {
    return psus.stream().mapToInt(psu -> other.numbers.getOrDefault(psu, -1)).toArray();
  }

  List<Psu> psus() {
    return psus;
  }

  /** The PSUs as units of a design. */
  SurveyDesign design() {
    return design;
  }
}

package org.remitlake.ingest.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names of cells in xml, as a tree: which elements and attributes below an element are wanted.
 *
 * <p>A name is a path of element names without namespaces, as {@code Refs/EndToEndId}; its last
 * step may be an attribute ({@code Amt/@Ccy}), and may want one text only ({@code RvslInd=true}). A
 * name of one step is the element's or the attribute's. Nothing else of XPath: a path leads down,
 * so one pass reads it.
 */
final class XmlPaths {
  private static final String STEP = "[^/@=\\s]+";
  private static final Pattern NAME =
      Pattern.compile("(%s/)*@?%s(=.+)?".formatted(STEP, STEP), Pattern.DOTALL);

  private final Map<String, XmlPaths> elements = new HashMap<>();
  private final Map<String, List<Wanted>> attributes = new HashMap<>();
  private final List<Wanted> texts = new ArrayList<>();

  private XmlPaths() {}

  /**
   * A name whose path ends here.
   *
   * @param name as the profile writes it
   * @param only the text that it wants; empty: any
   */
  private record Wanted(String name, String only) {
    boolean isSatisfiedBy(String text) {
      return only.isEmpty() || only.equals(text);
    }
  }

  static XmlPaths of(Collection<String> names) {
    XmlPaths root = new XmlPaths();
    names.forEach(root::add);
    return root;
  }

  /** Whether a name can be looked for. */
  static boolean isPath(String name) {
    return NAME.matcher(name).matches();
  }

  private void add(String name) {
    int equals = name.indexOf('=');
    Wanted wanted = new Wanted(name, equals < 0 ? "" : name.substring(equals + 1));
    String[] steps = (equals < 0 ? name : name.substring(0, equals)).split("/", -1);
    XmlPaths at = this;
    for (int i = 0; i < steps.length - 1; i++) {
      at = at.elements.computeIfAbsent(steps[i], step -> new XmlPaths());
    }
    String last = steps[steps.length - 1];
    String bare = last.startsWith("@") ? last.substring(1) : last;
    if (last.startsWith("@") || steps.length == 1) {
      at.attributes.computeIfAbsent(bare, a -> new ArrayList<>()).add(wanted);
    }
    if (!last.startsWith("@")) {
      at.elements.computeIfAbsent(bare, step -> new XmlPaths()).texts.add(wanted);
    }
  }

  /** What is wanted below a child; null when nothing is. */
  XmlPaths below(String element) {
    return elements.get(element);
  }

  boolean wantsAttributes() {
    return !attributes.isEmpty();
  }

  boolean wantsText() {
    return !texts.isEmpty();
  }

  /** Names that the text of this element, or of an attribute of it, satisfies. */
  List<String> satisfied(String attribute, String text) {
    List<Wanted> wanted =
        attribute.isEmpty() ? texts : attributes.getOrDefault(attribute, List.of());
    return wanted.stream().filter(w -> w.isSatisfiedBy(text)).map(Wanted::name).toList();
  }
}

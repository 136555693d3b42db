package org.remitlake.ingest.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.rule.Rule;
import org.remitlake.ingest.rule.Rules;

class RuleTextsTest {
  @Test
  void everyRuleOfEveryContractHasItsTextsInBothLanguages() {
    for (DeliveryContract contract : Ingest.CONTRACTS) {
      Rules rules = Rules.of(contract, Map.of());
      RuleTexts texts = new RuleTexts(rules);
      for (Rule rule : rules.byId().values()) {
        Treatment treatment = rule.setsAside() ? texts.ofBreak(rule.id()) : texts.ofMark(rule.id());
        assertText(texts.of(rule.id(), treatment), rule.id());
        assertThat(texts.of(rule.id(), treatment).en()).isEqualTo(rule.en());
        assertThat(treatment.name()).isEqualTo(rule.action().name());
      }
    }
  }

  @Test
  void soHaveRulesOfFilesAndOfRowsThatComeAgain() {
    RuleTexts texts = RuleTexts.ofFiles();
    for (String rule : List.of("F00", "F02", "F03", "F04", "F06", "F07")) {
      assertText(texts.of(rule, Treatment.REJECT_FILE), rule);
    }
    for (String rule : List.of("F02", "F03", "F05", "F06", "F07", "F09")) {
      assertText(texts.of(rule, Treatment.FINDING), rule);
    }
    for (String rule : List.of("F01", "T01", "X04", "Q05", "S01")) {
      assertText(texts.of(rule, Treatment.DUPLICATE), rule);
    }
    for (String rule : List.of("T01", "X04", "Q05", "S01", "S09", "Q04")) {
      assertText(texts.of(rule, Treatment.FLAG), rule);
    }
    for (String rule : List.of("T08", "F03")) {
      assertText(texts.of(rule, texts.ofMark(rule)), rule);
      assertThat(texts.ofMark(rule)).isEqualTo(Treatment.REPAIR);
    }
  }

  private static void assertText(RuleText text, String rule) {
    assertThat(text.code()).as(rule).matches("[A-Z][A-Z_0-9]+");
    assertThat(text.en()).as(rule).endsWith(".").matches("\\p{ASCII}+");
    assertThat(text.ru()).as(rule).endsWith(".").containsPattern("[а-я]");
  }

  @Test
  void aRuleThatNobodyDescribedIsNamedAllTheSame() {
    RuleText text = RuleTexts.ofFiles().of("Z99", Treatment.FLAG);
    assertThat(text.en()).contains("Z99");
    assertThat(text.ru()).contains("Z99");
  }
}

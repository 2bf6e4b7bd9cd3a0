package dev.weft.processor.read;

import com.palantir.javapoet.TypeName;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.model.Code;
import dev.weft.processor.model.Local;
import dev.weft.processor.model.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/**
 * Picks the branch of a switch by a switch that does not suspend. It leaves the number of the
 * branch, and moves what patterns bind into the hoisted variables. At a guard that suspends it
 * stops; where the guard says no, another switch goes on with the cases behind it.
 *
 * <pre>{@code
 * switch (value) { case String s when pause -> a(); case Point(int x, int y) -> b(); ... }
 *   =>
 * switch (value) { case String s_ -> { s = s_; branch = 1; } default -> branch = 0; }
 * if (branch == 1) { pause; if (!answer) branch = 0; }
 * if (branch == 0) {
 *   switch (value) { case Point(int x_, int y_) -> { x = x_; y = y_; branch = 2; } ... }
 * }
 * switch (branch) { case 1 -> a(); case 2 -> b(); ... }
 * }</pre>
 */
final class PickLowering {
  /** A name, or a call without calls in it. */
  private static final Pattern CALL = Pattern.compile("\\w+(\\([\\w, .]*\\))?");

  private final Lowering lowering;
  private final MethodContext context;
  private final SwitchKeys keys;

  PickLowering(Lowering lowering, SwitchKeys keys) {
    this.lowering = lowering;
    this.context = lowering.context;
    this.keys = keys;
  }

  private record Arm(CaseTree tree, CaseParts parts, int number) {}

  /** Cases up to a guard that suspends, or to the end. */
  private record Section(List<Arm> arms, boolean isLast) {}

  /**
   * Picks a branch.
   *
   * @param tree the switch
   * @param isTotal whether one of the branches must be taken
   * @return the number of the branch, counted from 1, or 0 if there is none
   */
  Local pick(
      Tree tree,
      List<? extends CaseTree> cases,
      ExpressionTree selector,
      boolean isTotal,
      List<Stmt> out) {
    List<Section> sections = sections(cases);
    Code key = lowering.expressions.value(selector, out);
    if (sections.size() > 1 && !isLocal(selector)) {
      Local kept = context.temporary(context.typeName(selector));
      out.add(new Stmt.Assign(kept, key));
      key = Code.read(kept);
    }
    Local branch = context.temporary(TypeName.INT);
    Unmatched unmatched = new Unmatched(context, cases, selector, branch, isTotal);
    Set<Local> bound = bound(arms(sections));
    for (int i = 0; i < sections.size(); i++) {
      List<Stmt> picked = new ArrayList<>();
      picked.add(new Stmt.Forget(i == 0 ? bound : bound(arms(sections.subList(0, i)))));
      section(tree, sections.get(i), key, unmatched, branch, bound, picked);
      if (i == 0) {
        out.addAll(picked);
      } else {
        Stmt skipped = new Stmt.Forget(bound(arms(sections.subList(i, sections.size()))));
        Code isOpen = Code.join(branch, " == 0");
        out.add(new Stmt.If(isOpen, new Stmt.Block(picked), Optional.of(skipped)));
      }
    }
    return branch;
  }

  /** Whether an expression names a local variable, which a guard can't assign. */
  private boolean isLocal(ExpressionTree tree) {
    Element element = tree instanceof IdentifierTree ? context.index.element(tree) : null;
    return element instanceof VariableElement && !element.getKind().isField();
  }

  private List<Section> sections(List<? extends CaseTree> cases) {
    List<Section> sections = new ArrayList<>();
    List<Arm> arms = new ArrayList<>();
    for (CaseTree each : cases) {
      Arm arm = new Arm(each, CaseParts.of(each), cases.indexOf(each) + 1);
      arms.add(arm);
      if (pausingGuard(arm).isPresent()) {
        sections.add(new Section(List.copyOf(arms), false));
        arms.clear();
      }
    }
    sections.add(new Section(List.copyOf(arms), true));
    return sections;
  }

  private Optional<ExpressionTree> pausingGuard(Arm arm) {
    return arm.parts().guard().filter(context.index::suspends);
  }

  private void section(
      Tree tree,
      Section section,
      Code key,
      Unmatched unmatched,
      Local branch,
      Set<Local> bound,
      List<Stmt> out) {
    if (section.arms().isEmpty()) {
      out.add(SwitchForms.noMatch(context));
      return;
    }
    Renderer.Parts renderer = lowering.renderer.parts(tree);
    Set<Local> assigned = new LinkedHashSet<>(Set.of(branch));
    Code.Builder pick = new Code.Builder().add("switch (").add(key).add(") {\n");
    List<CaseParts> parts = section.arms().stream().map(Arm::parts).toList();
    unmatched.before(parts, section.isLast()).ifPresent(pick::add);
    for (Arm each : section.arms()) {
      pick.add(arm(each, renderer, branch, assigned));
    }
    unmatched.behind(parts, section.isLast()).ifPresent(pick::add);
    out.addAll(renderer.copies());
    out.add(new Stmt.Pick(pick.add("}").build(), assigned));
    Arm last = section.arms().get(section.arms().size() - 1);
    pausingGuard(last).ifPresent(guard -> ask(guard, last, branch, bound, out));
  }

  /** The locals that patterns bind. */
  private Set<Local> bound(List<Arm> arms) {
    return arms.stream()
        .flatMap(a -> a.parts().bindings().stream())
        .flatMap(b -> context.local(context.index.element(b)).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Arm> arms(List<Section> sections) {
    return sections.stream().flatMap(s -> s.arms().stream()).toList();
  }

  /** Takes the number back if the guard says no. */
  private void ask(ExpressionTree guard, Arm arm, Local branch, Set<Local> bound, List<Stmt> out) {
    int temporaries = context.temporaries();
    List<Stmt> asked = new ArrayList<>();
    Code verdict = lowering.expressions.value(guard, asked);
    Stmt refused =
        new Stmt.Block(List.of(new Stmt.Assign(branch, Code.of("0")), new Stmt.Forget(bound)));
    Set<Local> others = new LinkedHashSet<>(bound);
    others.removeAll(bound(List.of(arm)));
    asked.add(new Stmt.If(negated(verdict), refused, Optional.of(new Stmt.Forget(others))));
    context.release(temporaries);
    Code isPicked = Code.join(branch, " == " + arm.number());
    out.add(new Stmt.If(isPicked, new Stmt.Block(asked), Optional.empty()));
  }

  private static Code negated(Code verdict) {
    return CALL.matcher(verdict.toString()).matches()
        ? Code.join("!", verdict)
        : Code.join("!(", verdict, ")");
  }

  private Code arm(Arm arm, Renderer.Parts renderer, Local branch, Set<Local> assigned) {
    Code.Builder moves = new Code.Builder();
    int before = assigned.size();
    Optional<ExpressionTree> pausing = pausingGuard(arm);
    for (VariableTree each : arm.parts().bindings()) {
      Optional<Local> local = context.local(context.index.element(each));
      if (local.isPresent() && pausing.filter(g -> isInside(each, g)).isEmpty()) {
        assigned.add(local.get());
        moves.add("    " + local.get() + " = " + rename(each, local.get(), arm) + ";\n");
      }
    }
    Code.Builder text = new Code.Builder().add("  ").add(keys.labels(arm.parts(), renderer));
    arm.parts()
        .guard()
        .filter(g -> pausing.isEmpty())
        .ifPresent(g -> text.add(" when ").add(renderer.render(g)));
    String set = branch + " = " + arm.number() + ";\n";
    return assigned.size() == before
        ? text.add(" -> " + set).build()
        : text.add(" -> {\n").add(moves.build()).add("    " + set + "  }\n").build();
  }

  private boolean isInside(Tree inner, Tree outer) {
    return context.source.start(inner) >= context.source.start(outer)
        && context.source.end(inner) <= context.source.end(outer);
  }

  /** Lets a pattern bind another name, which a guard that stays where it is then uses. */
  private String rename(VariableTree variable, Local local, Arm arm) {
    String fresh = context.names.fresh(local.name() + "_");
    context.bindingNames.put(variable, fresh);
    Element element = context.index.element(variable);
    for (Tree mention : context.index.mentions(Objects.requireNonNull(element))) {
      if (arm.parts()
          .guard()
          .filter(g -> !context.index.suspends(g) && isInside(mention, g))
          .isPresent()) {
        context.replacements.put(mention, Code.of(fresh));
      }
    }
    return fresh;
  }
}

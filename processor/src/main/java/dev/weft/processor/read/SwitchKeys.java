package dev.weft.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.weft.processor.model.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The labels of a switch, and constants that lead back into its branches. */
final class SwitchKeys {
  private final Lowering lowering;
  private final MethodContext context;

  SwitchKeys(Lowering lowering) {
    this.lowering = lowering;
    this.context = lowering.context;
  }

  /** The labels of a branch as they are written, without a guard. */
  Code labels(CaseParts parts, Renderer.Parts renderer) {
    List<Code> labels = new ArrayList<>();
    for (Tree each : parts.labels()) {
      if (!TreeShapes.hasKind(each, "DEFAULT_CASE_LABEL")) {
        labels.add(label(CaseParts.constant(each), renderer));
      } else if (parts.labels().size() > 1) {
        labels.add(Code.of("default"));
      }
    }
    return labels.isEmpty() ? Code.of("default") : Code.join("case ", Code.list(", ", labels));
  }

  /** An enum constant stands by its simple name where the user wrote it so. */
  private Code label(Tree tree, Renderer.Parts renderer) {
    return tree instanceof IdentifierTree name && enumConstant(tree).isPresent()
        ? Code.of(name.getName().toString())
        : renderer.render(tree);
  }

  private Optional<Element> enumConstant(Tree label) {
    Element element =
        label instanceof IdentifierTree || label instanceof MemberSelectTree
            ? context.index.element(label)
            : null;
    return Optional.ofNullable(element).filter(e -> e.getKind() == ElementKind.ENUM_CONSTANT);
  }

  /** A constant that leads into the branch. */
  Optional<Code> wayBack(CaseTree tree, List<? extends CaseTree> cases, ExpressionTree selector) {
    TypeMirror type = context.type(selector);
    if (tree.getExpressions().isEmpty()) {
      return wayToDefault(cases, type);
    }
    ExpressionTree first = tree.getExpressions().get(0);
    Optional<Element> constant = enumConstant(first);
    if (constant.isPresent()) {
      return enumName(constant.get());
    }
    return first instanceof LiteralTree literal && literal.getValue() == null
        ? Optional.empty()
        : Optional.of(lowering.renderer.render(first).code());
  }

  private Optional<Code> enumName(Element constant) {
    TypeElement owner = Owners.of(constant);
    return context
        .typeNames
        .className(owner)
        .map(name -> Code.join(name, "." + constant.getSimpleName()));
  }

  private Optional<Code> wayToDefault(List<? extends CaseTree> cases, TypeMirror type) {
    if (type.toString().equals("java.lang.String")) {
      return unlistedText(cases);
    }
    if (type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.ENUM) {
      return unlistedConstant(cases, (TypeElement) declared.asElement());
    }
    return unlistedNumber(cases, type);
  }

  private Optional<Code> unlistedText(List<? extends CaseTree> cases) {
    Set<Object> listed = new HashSet<>();
    for (ExpressionTree label : labels(cases)) {
      Object value = value(label);
      if (value == null) {
        return Optional.empty();
      }
      listed.add(value);
    }
    String text = "default";
    while (listed.contains(text)) {
      text += "_";
    }
    return Optional.of(Code.of("\"" + text + "\""));
  }

  private Optional<Code> unlistedConstant(List<? extends CaseTree> cases, TypeElement type) {
    Set<String> listed = new HashSet<>();
    labels(cases).forEach(l -> enumConstant(l).ifPresent(c -> listed.add(c.getSimpleName() + "")));
    return type.getEnclosedElements().stream()
        .filter(e -> e.getKind() == ElementKind.ENUM_CONSTANT)
        .filter(e -> !listed.contains(e.getSimpleName().toString()))
        .findFirst()
        .flatMap(this::enumName);
  }

  private Optional<Code> unlistedNumber(List<? extends CaseTree> cases, TypeMirror type) {
    Set<Integer> listed = new HashSet<>();
    for (ExpressionTree label : labels(cases)) {
      Object value = value(label);
      if (value instanceof Character character) {
        listed.add((int) character);
      } else if (value instanceof Number number) {
        listed.add(number.intValue());
      } else {
        return Optional.empty();
      }
    }
    int number = 0;
    while (listed.contains(number)) {
      number++;
    }
    if (number > Byte.MAX_VALUE) {
      return Optional.empty();
    }
    boolean isChar =
        type.getKind() == TypeKind.CHAR || type.toString().equals("java.lang.Character");
    return Optional.of(Code.of(isChar ? "(char) " + number : Integer.toString(number)));
  }

  private static List<ExpressionTree> labels(List<? extends CaseTree> cases) {
    List<ExpressionTree> labels = new ArrayList<>();
    cases.forEach(c -> labels.addAll(c.getExpressions()));
    return labels;
  }

  /** The value of a simple constant; null for those that take arithmetic. */
  private @Nullable Object value(Tree tree) {
    Tree bare = TreeShapes.bare(tree);
    if (bare instanceof LiteralTree literal) {
      return literal.getValue();
    }
    if (bare instanceof UnaryTree unary
        && unary.getKind() == Tree.Kind.UNARY_MINUS
        && value(unary.getExpression()) instanceof Integer number) {
      return -number;
    }
    if (bare instanceof TypeCastTree cast) {
      return value(cast.getExpression());
    }
    return (bare instanceof IdentifierTree || bare instanceof MemberSelectTree)
            && context.index.element(bare) instanceof VariableElement variable
        ? variable.getConstantValue()
        : null;
  }
}

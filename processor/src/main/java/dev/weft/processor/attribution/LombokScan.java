package dev.weft.processor.attribution;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what Lombok would change inside {@code @Comp} methods, in a unit as it is written. */
final class LombokScan extends TreePathScanner<Void, Void> {
  private static final String PACKAGE = "lombok.";
  private static final Set<String> ON_CLASSES = Set.of("ExtensionMethod", "UtilityClass");
  private static final Set<String> ON_METHODS =
      Set.of("Builder", "Locked", "Locked.Read", "Locked.Write", "Synchronized");
  private static final Set<String> ON_PARAMETERS = Set.of("NonNull");

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<LombokUse> refused = new ArrayList<>();
  private final List<Mask> masks = new ArrayList<>();
  private final List<Stretch> sneaky = new ArrayList<>();

  /** A part of the text and what is to stand there, filled with blanks. */
  record Mask(Stretch place, String text) {}

  /** A part of a text. */
  record Stretch(long start, long end) {}

  LombokScan(CompilationUnitTree unit, SourcePositions positions) {
    this.unit = unit;
    this.positions = positions;
    scan(unit, null);
  }

  /** What can't be followed. */
  List<LombokUse> refused() {
    return refused;
  }

  /** What says in Java's or in no words what Lombok's say. */
  List<Mask> masks() {
    return masks;
  }

  /** The methods that may throw what they don't declare. */
  List<Stretch> sneaky() {
    return sneaky;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, Void nothing) {
    if (isComp(tree)) {
      for (AnnotationTree each : tree.getModifiers().getAnnotations()) {
        lombokName(each.getAnnotationType()).ifPresent(name -> onMethod(tree, each, name));
      }
      for (VariableTree parameter : tree.getParameters()) {
        refuse(tree, parameter, parameter.getModifiers(), ON_PARAMETERS);
      }
      for (TreePath p = getCurrentPath(); p != null; p = p.getParentPath()) {
        if (p.getLeaf() instanceof ClassTree owner) {
          refuse(tree, tree, owner.getModifiers(), ON_CLASSES);
        }
      }
    }
    return super.visitMethod(tree, null);
  }

  private void onMethod(MethodTree tree, AnnotationTree annotation, String name) {
    if (name.equals("SneakyThrows")) {
      masks.add(new Mask(place(annotation), ""));
      sneaky.add(place(tree));
    } else if (ON_METHODS.contains(name)) {
      refused.add(new LombokUse(tree, name, tree.getName().toString()));
    }
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, Void nothing) {
    Tree type = tree.getType();
    if (type != null
        && lombokName(type).filter(n -> n.equals("val") || n.equals("var")).isPresent()) {
      masks.add(new Mask(place(type), "var"));
    }
    inBody().ifPresent(method -> refuse(method, tree, tree.getModifiers(), Set.of()));
    return super.visitVariable(tree, null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, Void nothing) {
    inBody().ifPresent(method -> refuse(method, tree, tree.getModifiers(), Set.of()));
    return super.visitClass(tree, null);
  }

  /** Refuses a tree for one of some annotations of Lombok's; for any if none are named. */
  private void refuse(MethodTree method, Tree tree, ModifiersTree modifiers, Set<String> names) {
    for (AnnotationTree each : modifiers.getAnnotations()) {
      lombokName(each.getAnnotationType())
          .filter(name -> names.isEmpty() || names.contains(name))
          .ifPresent(name -> refused.add(new LombokUse(tree, name, method.getName().toString())));
    }
  }

  /** The {@code @Comp} method in whose body the current tree stands. */
  private Optional<MethodTree> inBody() {
    Tree below = getCurrentPath().getLeaf();
    for (TreePath p = getCurrentPath().getParentPath(); p != null; p = p.getParentPath()) {
      if (p.getLeaf() instanceof MethodTree method && method.getBody() == below && isComp(method)) {
        return Optional.of(method);
      }
      below = p.getLeaf();
    }
    return Optional.empty();
  }

  private static boolean isComp(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .map(a -> a.getAnnotationType().toString())
        .anyMatch(name -> name.equals("Comp") || name.endsWith(".Comp"));
  }

  /** The name of a type inside Lombok, if it is one of Lombok's as far as imports tell. */
  private Optional<String> lombokName(Tree type) {
    String name = type.toString();
    String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    boolean isLombok =
        name.startsWith(PACKAGE) || unit.getImports().stream().anyMatch(i -> brings(i, first));
    return isLombok
        ? Optional.of(name.replaceAll("^lombok\\.(experimental\\.)?", ""))
        : Optional.empty();
  }

  private static boolean brings(ImportTree each, String name) {
    String imported = each.getQualifiedIdentifier().toString();
    return imported.startsWith(PACKAGE)
        && (imported.endsWith(".*") || imported.endsWith("." + name));
  }

  private Stretch place(Tree tree) {
    return new Stretch(
        positions.getStartPosition(unit, tree), positions.getEndPosition(unit, tree));
  }
}

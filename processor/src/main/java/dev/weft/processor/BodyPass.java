package dev.weft.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.weft.processor.attribution.Attributed;
import dev.weft.processor.attribution.IsolatedCompiler;
import dev.weft.processor.emit.AccessWriter;
import dev.weft.processor.emit.SourceFile;
import dev.weft.processor.emit.StepperWriter;
import dev.weft.processor.emit.StubWriter;
import dev.weft.processor.flow.Planned;
import dev.weft.processor.flow.Verifier;
import dev.weft.processor.model.Machine;
import dev.weft.processor.part.Partition;
import dev.weft.processor.read.Access;
import dev.weft.processor.read.MethodReader;
import dev.weft.processor.read.Owners;
import dev.weft.processor.read.PrivateTypes;
import dev.weft.processor.read.Refusal;
import dev.weft.processor.read.StepperNames;
import dev.weft.processor.read.Suspensions;
import dev.weft.processor.read.Validator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Turns the bodies of one attributed unit into steppers: read, validate, plan, emit, write. */
final class BodyPass {
  private final Attributed attributed;
  private final CompilationUnitTree unit;
  private final Reporter reporter;
  private final Outputs outputs;
  private final TypeElement origin;
  private final Options options;

  /**
   * @param origin a type of the unit in the user's compilation
   */
  BodyPass(
      Attributed attributed,
      CompilationUnitTree unit,
      Reporter reporter,
      Outputs outputs,
      TypeElement origin,
      Options options) {
    this.options = options;
    this.attributed = attributed;
    this.unit = unit;
    this.reporter = reporter;
    this.outputs = outputs;
    this.origin = origin;
  }

  /** Whether the bodies of this unit's {@code @Comp} methods compile. */
  Readiness readiness() {
    return methods().stream()
        .map(this::readiness)
        .max(Comparator.naturalOrder())
        .orElse(Readiness.READY);
  }

  private Readiness readiness(TreePath method) {
    var positions = attributed.trees().getSourcePositions();
    var errors =
        attributed.errorsIn(
            unit,
            positions.getStartPosition(unit, method.getLeaf()),
            positions.getEndPosition(unit, method.getLeaf()));
    if (errors.isEmpty() && !UnknownTypes.areIn(method, attributed)) {
      return Readiness.READY;
    }
    // What is missing, here or elsewhere, may be why the rest does not compile.
    return attributed.errors().stream().anyMatch(BodyPass::isMissing)
        ? Readiness.LATER
        : Readiness.NEVER;
  }

  /** The qualified names of the outermost classes that have methods which can't be read. */
  Set<String> unreadable() {
    Set<String> names = new LinkedHashSet<>();
    for (TreePath method : methods()) {
      Element element = attributed.trees().getElement(method);
      if (element != null && readiness(method) != Readiness.READY) {
        names.add(StepperNames.topLevel(Owners.of(element)).getQualifiedName().toString());
      }
    }
    return names;
  }

  /** Whether the bodies of a unit can be read. */
  enum Readiness {
    READY,
    /** Names are missing that another processor may still make. */
    LATER,
    /** There are errors that no new class can cure. */
    NEVER
  }

  private static boolean isMissing(Diagnostic<? extends JavaFileObject> error) {
    String code = String.valueOf(error.getCode());
    return code.startsWith("compiler.err.cant.resolve") || code.contains("doesnt.exist");
  }

  /** Writes steppers that can't run, so that javac finds nothing but the user's own errors. */
  void writeStubs() {
    for (TreePath method : methods()) {
      if (attributed.trees().getElement(method) instanceof ExecutableElement element) {
        outputs.write(StubWriter.write(element, outputs.style(origin)), origin);
      }
    }
  }

  /** Reports what javac finds wrong in the code of the unit. */
  void reportErrors() {
    JavacErrors errors = new JavacErrors(attributed, unit);
    for (var error : attributed.errorsIn(unit, 0, Long.MAX_VALUE)) {
      errors
          .inCode(error)
          .ifPresent(
              tree ->
                  reporter.error(JavacErrors.text(error), tree, error.getStartPosition(), origin));
    }
  }

  /** Reports misplaced suspensions, and what Lombok changes; true if there is nothing. */
  boolean validate() {
    List<Refusal.Item> changed =
        attributed.lombokUses().stream()
            .filter(use -> attributed.trees().getPath(unit, use.tree()) != null)
            .map(u -> new Refusal.Item(Problem.LOMBOK, u.tree(), u.annotation(), u.method()))
            .toList();
    List<Refusal.Item> misplaced = changed.isEmpty() ? Validator.check(attributed, unit) : changed;
    misplaced.forEach(this::report);
    return misplaced.isEmpty();
  }

  /** Reports what is wrong with a unit that gets no steppers: the user's errors, or ours. */
  void check() {
    if (readiness() == Readiness.READY) {
      validate();
    } else {
      reportErrors();
    }
  }

  /** Makes a stepper for each method, and their accessors. */
  UnitFiles generate() {
    List<TreePath> methods = methods();
    if (methods.isEmpty()) {
      return new UnitFiles(unit.getSourceFile(), () -> "", Map.of(), List.of(), false);
    }
    Element first = Objects.requireNonNull(attributed.trees().getElement(methods.get(0)));
    TypeElement host = Owners.of(first);
    TypeElement topLevel = StepperNames.topLevel(host);
    Access access =
        new Access(StepperNames.access(topLevel), attributed.types(), attributed.elements());
    Map<SourceFile, MethodTree> steppers = new LinkedHashMap<>();
    for (TreePath method : methods) {
      stepper(method, access).ifPresent(f -> steppers.put(f, (MethodTree) method.getLeaf()));
    }
    List<SourceFile> files = new ArrayList<>(steppers.keySet());
    if (!access.accessors().isEmpty()) {
      files.add(AccessWriter.write(access.name(), access.accessors(), outputs.style(origin)));
    }
    return new UnitFiles(
        unit.getSourceFile(),
        () -> PrivateTypes.opened(unit, attributed.trees()),
        steppers,
        files,
        access.namesPrivateTypes());
  }

  /** Writes files as the sources that they are. */
  void write(UnitFiles made) {
    made.files().forEach(f -> outputs.write(f, origin));
  }

  /**
   * Writes files that have been compiled, or says why they could not be.
   *
   * @param isExcused whether that may be the fault of code in other files
   */
  void write(UnitFiles made, IsolatedCompiler.Compiled compiled, boolean isExcused) {
    if (!fits(made, compiled)) {
      return;
    }
    if (!made.namesPrivateTypes()) {
      write(made);
    } else if (made.names().allMatch(compiled.classes()::containsKey)) {
      made.files().forEach(f -> outputs.writeCompiled(f, compiled.classes(), origin));
    } else if (isExcused) {
      writeStubs();
    } else {
      reportDefects(made, compiled);
    }
  }

  /** Reports each file of ours that does not compile, a stepper at its method. */
  private void reportDefects(UnitFiles made, IsolatedCompiler.Compiled compiled) {
    for (SourceFile file : made.files()) {
      var errors = UnitFiles.errorsIn(file, compiled);
      MethodTree method = made.steppers().get(file);
      if (!errors.isEmpty() && method != null) {
        report(new Refusal.Item(Problem.INTERNAL, method, method.getName(), errors));
      } else if (!errors.isEmpty()) {
        reporter.error(Problem.INTERNAL, origin, file.name().simpleName(), errors);
      }
    }
    if (!made.isAtFault(compiled)) {
      reporter.error(Problem.INTERNAL, origin, origin.getSimpleName(), compiled.errors());
    }
  }

  /** Reports steppers that are larger than a class file can hold. */
  private boolean fits(UnitFiles made, IsolatedCompiler.Compiled compiled) {
    boolean fits = true;
    for (Map.Entry<SourceFile, MethodTree> each : made.steppers().entrySet()) {
      boolean isOver =
          UnitFiles.errorsIn(each.getKey(), compiled).stream()
              .anyMatch(e -> String.valueOf(e.getCode()).startsWith("compiler.err.limit"));
      if (isOver) {
        String name = each.getValue().getName().toString();
        report(new Refusal.Item(Problem.TOO_LARGE, each.getValue(), name));
        fits = false;
      }
    }
    return fits;
  }

  private Optional<SourceFile> stepper(TreePath method, Access access) {
    try {
      Machine machine = MethodReader.read(attributed, method, access);
      Verifier.verify(machine);
      options.diagrams().forEach(form -> outputs.write(machine, form, origin));
      Planned parted = Partition.of(Planned.of(machine), options.methodSize());
      return Optional.of(StepperWriter.write(parted, outputs.style(origin)));
    } catch (Refusal refusal) {
      refusal.items().forEach(this::report);
    } catch (RuntimeException | StackOverflowError defect) {
      String name = ((MethodTree) method.getLeaf()).getName().toString();
      report(new Refusal.Item(Problem.INTERNAL, method.getLeaf(), name, describe(defect)));
    }
    return Optional.empty();
  }

  /** What went wrong in Weft, in the words of a message. */
  static String describe(Throwable defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    return defect + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private void report(Refusal.Item item) {
    long start = attributed.trees().getSourcePositions().getStartPosition(unit, item.tree());
    reporter.error(item, start, origin);
  }

  /** The methods of the unit that steppers are made from. */
  private List<TreePath> methods() {
    List<TreePath> methods = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public @Nullable Void visitMethod(MethodTree tree, Void nothing) {
        Element method = attributed.trees().getElement(getCurrentPath());
        if (method != null && isSource(method)) {
          methods.add(getCurrentPath());
        }
        return null;
      }

      @Override
      public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
        return null;
      }
    }.scan(unit, null);
    return methods;
  }

  /** One that lacks its body by mistake counts too: its factory has named its stepper. */
  private static boolean isSource(Element method) {
    return Suspensions.isComp(method)
        && Collections.disjoint(
            method.getModifiers(),
            Set.of(Modifier.SYNCHRONIZED, Modifier.ABSTRACT, Modifier.NATIVE));
  }
}

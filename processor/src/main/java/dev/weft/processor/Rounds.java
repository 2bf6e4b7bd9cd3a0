package dev.weft.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.weft.processor.attribution.Attributed;
import dev.weft.processor.attribution.IsolatedCompiler;
import dev.weft.processor.emit.FactoryWriter;
import dev.weft.processor.emit.SourceFile;
import dev.weft.processor.read.FactoryReader;
import dev.weft.processor.read.Owners;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;

/**
 * What has to be done in the rounds of one compilation, and what waits for a later one.
 *
 * <p>A round first makes factories from signatures alone, so that all code can name them. Bodies
 * are read in the round after, when what they name is there; or at once, where nobody else makes
 * anything. One that does not compile yet, because another processor has not made its types, waits
 * for another round.
 */
final class Rounds {
  private final ProcessingEnvironment environment;
  private final Trees trees;
  private final Reporter reporter;
  private final Outputs outputs;
  private final IsolatedCompiler compiler;
  private final StubWatch stubs;
  private final UnitWriter units;
  private final SignatureChecks checks;
  private final Options options;
  private final Map<String, JavaFileObject> sources = new LinkedHashMap<>();

  /** Types whose signatures, or whose bodies, are still to be read, by qualified name. */
  private final Set<String> signatures = new LinkedHashSet<>();

  private final Map<String, JavaFileObject> bodies = new LinkedHashMap<>();

  /** The classes that compact source files are, which can't be found by their names. */
  private final Map<String, TypeElement> compact = new LinkedHashMap<>();

  /** Those of them to be checked when no round follows: javac can't read their classes twice. */
  private final Map<String, JavaFileObject> compactBodies = new LinkedHashMap<>();

  /** Whether there are methods that don't compile, and that others may call. */
  private boolean hasStubs;

  /**
   * Prepares for the rounds of a compilation.
   *
   * @param environment as the build tool gives it to processors, which is to see what we write
   * @param javac the compiler's own, which alone has trees
   */
  Rounds(ProcessingEnvironment environment, ProcessingEnvironment javac) {
    this.environment = environment;
    this.options = Options.of(environment);
    this.trees = Trees.instance(javac);
    this.reporter = new Reporter(environment, trees);
    this.compiler = new IsolatedCompiler(javac);
    this.outputs = new Outputs(environment, reporter, compiler, sources.keySet());
    this.units = new UnitWriter(compiler, reporter, sources);
    this.stubs = StubWatch.start(javac, reporter, trees);
    this.checks = new SignatureChecks(reporter);
  }

  void process(RoundEnvironment round) {
    try {
      collect(round);
      boolean hasNewFactories = writeFactories();
      boolean hasRefused = reporter.hasReported();
      boolean hasErrors = round.errorRaised();
      if (!hasNewFactories && (!hasErrors || hasRefused)) {
        outputs.setMuted(hasErrors);
        readBodies(round.processingOver() ? Turn.LAST : Turn.USUAL);
      } else if (hasNewFactories && !hasErrors && !hasRefused && mayHurry()) {
        readBodies(Turn.EARLY);
      }
    } catch (RuntimeException | StackOverflowError defect) {
      giveUp(defect);
    }
  }

  /** When bodies are read. */
  private enum Turn {
    /** In the round of the factories, which the compiler has not seen yet. */
    EARLY,
    USUAL,
    /** No round follows, and no files may be written that are to be compiled. */
    LAST
  }

  /** Whether all that bodies name is there, but for the factories; each round costs time. */
  private boolean mayHurry() {
    return signatures.isEmpty() && SoleProcessor.isKnown(environment);
  }

  /** Says that we have failed, which no later round will change. */
  private void giveUp(Throwable defect) {
    for (String name : bodies.isEmpty() ? signatures : bodies.keySet()) {
      Optional<TypeElement> type = find(name);
      Object failed = type.<Object>map(TypeElement::getSimpleName).orElse(name);
      reporter.error(Problem.INTERNAL, type, failed, BodyPass.describe(defect));
    }
    bodies.clear();
    signatures.clear();
  }

  /** Notes the sources of the round, and which of them concern us. */
  private void collect(RoundEnvironment round) {
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      TreePath path = trees.getPath(type);
      if (path != null) {
        JavaFileObject file = path.getCompilationUnit().getSourceFile();
        String name = type.getQualifiedName().toString();
        List<ExecutableElement> comps = CompMethods.in(type);
        boolean hasComps = !comps.isEmpty();
        if (find(name).isEmpty()) {
          collectCompact(type, path, comps);
          continue;
        }
        sources.put(name, file);
        if (hasComps) {
          signatures.add(name);
        }
        // A factory of ours may be called like a suspension, and names steppers that are to come.
        if (hasComps || !outputs.hasWritten(name) && mentionsSuspensions(file)) {
          bodies.put(name, file);
        }
      }
    }
  }

  /** A source file without a class around its methods, which gets no steppers. */
  private void collectCompact(TypeElement type, TreePath path, List<ExecutableElement> comps) {
    JavaFileObject file = path.getCompilationUnit().getSourceFile();
    reporter.note(type, path);
    compact.put(type.getQualifiedName().toString(), type);
    compiler.noteCompactFile();
    comps.forEach(c -> reporter.error(Problem.COMP_IN_COMPACT_FILE, c, c.getSimpleName()));
    if (!comps.isEmpty() || mentionsSuspensions(file)) {
      compactBodies.put(type.getQualifiedName().toString(), file);
    }
  }

  /** A type of the user's, by its qualified name. */
  private Optional<TypeElement> find(String name) {
    return Optional.ofNullable(compact.get(name))
        .or(() -> Optional.ofNullable(environment.getElementUtils().getTypeElement(name)));
  }

  /** A cheap test that spares most files from being attributed. */
  private static boolean mentionsSuspensions(JavaFileObject file) {
    try {
      String text = file.getCharContent(true).toString();
      return text.contains("dev.weft") && (text.contains("Yield") || text.contains("Effects"));
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes the factories of all types whose signatures are complete; true if there were any. */
  private boolean writeFactories() {
    boolean hasNew = false;
    for (String name : List.copyOf(signatures)) {
      TypeElement type = find(name).orElseThrow();
      List<ExecutableElement> methods = CompMethods.in(type);
      if (methods.stream().allMatch(SignatureChecks::isComplete)) {
        signatures.remove(name);
        methods = methods.stream().filter(checks::accept).toList();
        hasNew |= writeFactories(methods);
      }
    }
    return hasNew;
  }

  private boolean writeFactories(List<ExecutableElement> methods) {
    FactoryReader reader = new FactoryReader(environment.getTypeUtils());
    Map<TypeElement, List<ExecutableElement>> byHost = new LinkedHashMap<>();
    for (ExecutableElement method : methods) {
      TypeElement host = Owners.of(method);
      byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(method);
    }
    boolean hasNew = false;
    for (var each : byHost.entrySet()) {
      var factory = reader.read(each.getKey(), each.getValue());
      if (!factory.methods().isEmpty()) {
        SourceFile file = FactoryWriter.write(factory, outputs.style(each.getKey()));
        String name = file.name().canonicalName();
        outputs.write(file, each.getKey());
        sources.putIfAbsent(name, IsolatedCompiler.source(name, file.text()));
        hasNew = true;
      }
    }
    return hasNew;
  }

  /** Attributes the units that wait, and writes the steppers of those that compile. */
  private void readBodies(Turn turn) {
    if (turn == Turn.LAST) {
      bodies.putAll(compactBodies);
    }
    if (bodies.isEmpty()) {
      return;
    }
    Attributed attributed = compiler.attribute(new LinkedHashSet<>(bodies.values()), sources);
    for (CompilationUnitTree unit : attributed.units()) {
      String file = unit.getSourceFile().toUri().toString();
      Optional<String> name =
          bodies.entrySet().stream()
              .filter(e -> e.getValue().toUri().toString().equals(file))
              .map(Map.Entry::getKey)
              .findFirst();
      if (name.isPresent() && read(attributed, unit, name.get(), turn)) {
        bodies.values().removeIf(f -> f.toUri().toString().equals(file));
      }
    }
    units.write(bodies.isEmpty(), hasStubs);
  }

  /** Makes the steppers of one unit; false if it has to wait for another round. */
  private boolean read(Attributed attributed, CompilationUnitTree unit, String name, Turn turn) {
    TypeElement origin = find(name).orElseThrow();
    BodyPass pass = new BodyPass(attributed, unit, reporter, outputs, origin, options);
    BodyPass.Readiness readiness = pass.readiness();
    boolean isReady = readiness == BodyPass.Readiness.READY;
    boolean mayChange = turn == Turn.USUAL && !SoleProcessor.isKnown(environment);
    if (!isReady && turn == Turn.EARLY || readiness == BodyPass.Readiness.LATER && mayChange) {
      return false;
    }
    if (compactBodies.containsKey(name)) {
      pass.check();
    } else if (!isReady && turn == Turn.LAST) {
      // Of a file that comes now javac warns, and with -Werror it stops there.
      pass.reportErrors();
    } else if (!isReady) {
      pass.writeStubs();
      pass.unreadable().forEach(n -> find(n).ifPresent(stubs::add));
      hasStubs = true;
    } else if (pass.validate()) {
      units.add(pass, pass.generate());
    }
    return true;
  }
}

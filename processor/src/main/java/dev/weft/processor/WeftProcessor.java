package dev.weft.processor;

import com.google.auto.service.AutoService;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.weft.processor.attribution.Attributed;
import dev.weft.processor.attribution.IsolatedCompiler;
import dev.weft.processor.emit.FactoryWriter;
import dev.weft.processor.read.FactoryReader;
import dev.weft.processor.read.Owners;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code @Comp} methods into steppers.
 *
 * <p>A round first makes factories from signatures alone, so that all code can name them. Bodies
 * are read in the round after, when what they name is there; one that does not compile yet, because
 * another processor has not made its types, waits for another round.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes("*")
public final class WeftProcessor extends AbstractProcessor {
  private final Map<String, JavaFileObject> sources = new LinkedHashMap<>();

  /** Types whose signatures, or whose bodies, are still to be read, by qualified name. */
  private final Set<String> signatures = new LinkedHashSet<>();

  private final Map<String, JavaFileObject> bodies = new LinkedHashMap<>();
  private @Nullable Trees trees;

  /** The compiler's own environment, which may be another than the one that we are given. */
  private @Nullable ProcessingEnvironment javac;

  private @Nullable StubWatch stubs;

  /** Used by javac, through the service loader. */
  public WeftProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    javac = TreeApi.javac(environment).orElse(null);
    if (javac != null) {
      trees = Trees.instance(javac);
      stubs = StubWatch.start(javac, new Reporter(environment, trees));
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (trees == null) {
      refuseCompiler(round);
      return false;
    }
    Reporter reporter = new Reporter(processingEnv, trees);
    Outputs outputs = new Outputs(processingEnv, reporter);
    collect(round, trees);
    boolean hasNewFactories = writeFactories(reporter, outputs);
    if (!hasNewFactories && !round.errorRaised()) {
      readBodies(reporter, outputs, round.processingOver());
    }
    return false;
  }

  private void refuseCompiler(RoundEnvironment round) {
    for (TypeElement root : types(round)) {
      for (ExecutableElement method : CompMethods.in(root)) {
        processingEnv
            .getMessager()
            .printMessage(
                javax.tools.Diagnostic.Kind.ERROR,
                Problem.NO_TREE_API.text(List.of(processingEnv.getClass().getName())),
                method);
        return;
      }
    }
  }

  private static List<TypeElement> types(RoundEnvironment round) {
    List<TypeElement> types = new ArrayList<>();
    for (Element root : round.getRootElements()) {
      if (root instanceof TypeElement type) {
        types.add(type);
      }
    }
    return types;
  }

  /** Notes the sources of the round, and which of them concern us. */
  private void collect(RoundEnvironment round, Trees trees) {
    for (TypeElement type : types(round)) {
      TreePath path = trees.getPath(type);
      if (path != null) {
        JavaFileObject file = path.getCompilationUnit().getSourceFile();
        String name = type.getQualifiedName().toString();
        sources.put(name, file);
        boolean hasComps = !CompMethods.in(type).isEmpty();
        if (hasComps) {
          signatures.add(name);
        }
        if (hasComps || mentionsYield(file)) {
          bodies.put(name, file);
        }
      }
    }
  }

  /** A cheap test that spares most files from being attributed. */
  private static boolean mentionsYield(JavaFileObject file) {
    try {
      String text = file.getCharContent(true).toString();
      return text.contains("dev.weft") && text.contains("Yield");
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes the factories of all types whose signatures are complete; true if there were any. */
  private boolean writeFactories(Reporter reporter, Outputs outputs) {
    SignatureChecks checks = new SignatureChecks(reporter);
    boolean hasNew = false;
    for (String name : List.copyOf(signatures)) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      List<ExecutableElement> methods = CompMethods.in(type);
      if (methods.stream().allMatch(SignatureChecks::isComplete)) {
        signatures.remove(name);
        methods = methods.stream().filter(checks::accept).toList();
        hasNew |= writeFactories(methods, outputs);
      }
    }
    return hasNew;
  }

  private boolean writeFactories(List<ExecutableElement> methods, Outputs outputs) {
    FactoryReader reader = new FactoryReader(processingEnv.getTypeUtils());
    Map<TypeElement, List<ExecutableElement>> byHost = new LinkedHashMap<>();
    for (ExecutableElement method : methods) {
      TypeElement host = Owners.of(method);
      byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(method);
    }
    boolean hasNew = false;
    for (var each : byHost.entrySet()) {
      var factory = reader.read(each.getKey(), each.getValue());
      if (!factory.methods().isEmpty()) {
        outputs.write(FactoryWriter.write(factory, outputs.style(each.getKey())), each.getKey());
        hasNew = true;
      }
    }
    return hasNew;
  }

  /** Attributes the units that wait, and writes the steppers of those that compile. */
  private void readBodies(Reporter reporter, Outputs outputs, boolean isLast) {
    if (bodies.isEmpty()) {
      return;
    }
    IsolatedCompiler compiler = new IsolatedCompiler(Objects.requireNonNull(javac));
    Attributed attributed = compiler.attribute(new LinkedHashSet<>(bodies.values()), sources);
    for (var unit : attributed.units()) {
      String file = unit.getSourceFile().toUri().toString();
      Optional<String> name =
          bodies.entrySet().stream()
              .filter(e -> e.getValue().toUri().toString().equals(file))
              .map(Map.Entry::getKey)
              .findFirst();
      if (name.isPresent()) {
        TypeElement origin = processingEnv.getElementUtils().getTypeElement(name.get());
        BodyPass pass =
            new BodyPass(attributed, unit, reporter, outputs, compiler, sources, origin);
        if (read(pass, isLast, name.get())) {
          bodies.values().removeIf(f -> f.toUri().toString().equals(file));
        }
      }
    }
  }

  /** Makes the steppers of one unit; false if it has to wait for another round. */
  private boolean read(BodyPass pass, boolean isLast, String name) {
    BodyPass.Readiness readiness = pass.readiness();
    if (readiness == BodyPass.Readiness.LATER && !isLast) {
      return false;
    }
    if (readiness != BodyPass.Readiness.READY) {
      pass.writeStubs();
      Objects.requireNonNull(stubs).add(name);
    } else if (pass.validate()) {
      pass.generate();
    }
    return true;
  }
}

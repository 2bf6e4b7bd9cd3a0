package dev.weft.processor.attribution;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Lombok beside Weft. It adds members to the trees of the user's compilation, which no source
 * shows; so the isolated compiler runs it too, over all sources that mention it. What it would
 * change in the bodies of {@code @Comp} methods is masked there: a stepper is made from what the
 * user has written.
 */
final class Lombok {
  private static final String NAME = "lombok";

  /** Makes its processor, if it is on the processor path. */
  private final Optional<? extends Supplier<Processor>> processor =
      ServiceLoader.load(Processor.class, Lombok.class.getClassLoader()).stream()
          .filter(p -> p.type().getName().startsWith(NAME + "."))
          .findFirst();

  /** Makes a task that only parses. */
  interface Parser {
    JavacTask task(Collection<JavaFileObject> files) throws IOException;
  }

  /**
   * What the isolated compiler is to read.
   *
   * @param files by the address of the file
   * @param sneaky methods that may throw what they don't declare, by the address of their file
   * @param processors Lombok's, if any of the files needs it
   */
  record Prepared(
      Map<String, JavaFileObject> files,
      Map<String, List<LombokScan.Stretch>> sneaky,
      List<Processor> processors) {

    /** Whether an error is one that Lombok lets pass. */
    boolean isForgiven(Diagnostic<? extends JavaFileObject> error) {
      JavaFileObject file = error.getSource();
      return file != null
          && String.valueOf(error.getCode()).startsWith("compiler.err.unreported.exception")
          && sneaky.getOrDefault(address(file), List.of()).stream()
              .anyMatch(s -> s.start() <= error.getPosition() && error.getPosition() <= s.end());
    }
  }

  /**
   * Prepares units for the isolated compiler.
   *
   * @param sources all sources of the outer compilation
   */
  Prepared prepare(
      Collection<JavaFileObject> units, Collection<JavaFileObject> sources, Parser parser)
      throws IOException {
    Prepared prepared =
        new Prepared(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    units.forEach(u -> prepared.files().put(address(u), u));
    List<JavaFileObject> concerned = processor.isPresent() ? concerned(sources) : List.of();
    if (!concerned.isEmpty()) {
      JavacTask task = parser.task(concerned);
      for (CompilationUnitTree unit : task.parse()) {
        add(unit, Trees.instance(task), prepared);
      }
      prepared.processors().add(processor.orElseThrow().get());
    }
    return prepared;
  }

  private static List<JavaFileObject> concerned(Collection<JavaFileObject> sources)
      throws IOException {
    Map<String, JavaFileObject> concerned = new LinkedHashMap<>();
    for (JavaFileObject source : sources) {
      if (source.getCharContent(true).toString().contains(NAME)) {
        concerned.put(address(source), source);
      }
    }
    return List.copyOf(concerned.values());
  }

  private static void add(CompilationUnitTree unit, Trees trees, Prepared prepared)
      throws IOException {
    JavaFileObject file = unit.getSourceFile();
    LombokScan scan = new LombokScan(unit, trees.getSourcePositions());
    StringBuilder text = new StringBuilder(file.getCharContent(true));
    for (LombokScan.Mask mask : scan.masks()) {
      int start = (int) mask.place().start();
      int end = (int) mask.place().end();
      text.replace(start, end, mask.text() + " ".repeat(end - start - mask.text().length()));
    }
    prepared.files().put(address(file), new MaskedSource(file, text.toString()));
    prepared.sneaky().put(address(file), scan.sneaky());
  }

  private static String address(JavaFileObject file) {
    return file.toUri().toString();
  }
}

package dev.weft.processor;

import dev.weft.processor.attribution.IsolatedCompiler;
import dev.weft.processor.emit.SourceFile;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.JavaFileObject;

/**
 * Writes the files of all units of a round. Those that name private types are compiled first, and
 * for that all others have to be there: steppers name each other.
 */
final class UnitWriter {
  private final IsolatedCompiler compiler;
  private final Reporter reporter;
  private final Map<String, JavaFileObject> sources;

  /** Units that were made in this round, and those that wait for others. */
  private final Map<BodyPass, UnitFiles> made = new LinkedHashMap<>();

  /**
   * @param sources all types of the user's compilation that come from source
   */
  UnitWriter(IsolatedCompiler compiler, Reporter reporter, Map<String, JavaFileObject> sources) {
    this.compiler = compiler;
    this.reporter = reporter;
    this.sources = sources;
  }

  void add(BodyPass pass, UnitFiles files) {
    made.put(pass, files);
  }

  /**
   * Writes what can be written.
   *
   * @param isComplete whether all steppers are there that others may name
   * @param isExcused whether code of the user's that does not compile may keep ours from compiling
   */
  void write(boolean isComplete, boolean isExcused) {
    Map<BodyPass, UnitFiles> all = new LinkedHashMap<>(made);
    all.forEach(
        (pass, files) -> {
          if (!files.needsCompiling()) {
            pass.write(files);
            made.remove(pass);
          }
        });
    if (made.isEmpty() || !isComplete && !reporter.hasReported()) {
      return;
    }
    if (!reporter.hasReported()) {
      IsolatedCompiler.Compiled compiled = compile(all);
      boolean isKnown = made.values().stream().anyMatch(files -> files.isAtFault(compiled));
      made.forEach(
          (pass, files) ->
              pass.write(files, compiled, isExcused || isKnown && !files.isAtFault(compiled)));
    }
    made.clear();
  }

  private IsolatedCompiler.Compiled compile(Map<BodyPass, UnitFiles> all) {
    Map<String, String> compiled = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>();
    Map<JavaFileObject, String> opened = new LinkedHashMap<>();
    for (UnitFiles each : all.values()) {
      for (SourceFile file : each.files()) {
        (each.needsCompiling() ? compiled : others).put(file.name().canonicalName(), file.text());
      }
      if (each.needsCompiling()) {
        opened.put(each.unit(), each.opened().get());
      }
    }
    return compiler.compile(compiled, others, opened, sources);
  }
}

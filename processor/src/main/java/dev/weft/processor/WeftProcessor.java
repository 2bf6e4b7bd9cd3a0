package dev.weft.processor;

import com.google.auto.service.AutoService;
import dev.weft.processor.emit.FileStyle;
import dev.weft.processor.read.Suspensions;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Turns {@code @Comp} methods into steppers, where the compiler is javac. */
@AutoService(Processor.class)
@SupportedAnnotationTypes("*")
@SupportedOptions({Options.METHOD_SIZE, Options.DIAGRAMS})
public final class WeftProcessor extends AnyLevelProcessor {
  private @Nullable Rounds rounds;

  /** Used by javac, through the service loader. */
  public WeftProcessor() {}

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    rounds = TreeApi.javac(environment).map(javac -> new Rounds(environment, javac)).orElse(null);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (rounds == null) {
      refuseCompiler(round);
    } else {
      rounds.process(round);
    }
    return false;
  }

  private void refuseCompiler(RoundEnvironment round) {
    for (TypeElement root : ElementFilter.typesIn(round.getRootElements())) {
      for (ExecutableElement method : CompMethods.in(root)) {
        processingEnv
            .getMessager()
            .printMessage(
                Diagnostic.Kind.ERROR,
                Problem.NO_TREE_API.text(List.of(processingEnv.getClass().getName())),
                method);
        return;
      }
    }
  }

  /**
   * Claims {@code @Comp} and what stands on generated code, so that javac does not warn of them.
   * Were these the only annotations of a round, processors behind this one would not be called; so
   * it is done only if there are none.
   *
   * <p>Its name sorts behind that of the processor that does the work, and so it runs after it.
   */
  @AutoService(Processor.class)
  @SupportedAnnotationTypes({Suspensions.COMP, FileStyle.GENERATED})
  public static final class Claim extends AnyLevelProcessor {
    private boolean isAlone;

    /** Used by javac, through the service loader. */
    public Claim() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      isAlone = SoleProcessor.isKnown(environment);
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // Nobody is there whom it could harm.
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return isAlone;
    }
  }
}

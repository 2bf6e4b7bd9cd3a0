package dev.weft.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.element.TypeElement;

/**
 * Looks for other processors. Nobody names it to the compiler; so if it is called, the compiler has
 * found all processors by itself.
 *
 * <p>Its name sorts before those of the others here, and so it runs before them.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes("*")
public final class Scout extends AnyLevelProcessor {
  /** Used by javac, through the service loader. */
  public Scout() {}

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    SoleProcessor.look(environment);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return false;
  }
}

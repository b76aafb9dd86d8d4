package dev.skyline.dl4j.layer;

import org.bytedeco.javacpp.FloatPointer;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

/**
 * The products of matrices that the convolution of one sample consists of, group by group: kernel [filters × values],
 * {@link Patches} [values × pixels] and result [filters × pixels] each hold the groups one after the other.
 *
 * @param filters of one group
 * @param values of one filter's kernel
 * @param pixels of the result
 */
record PatchProducts(int groups, int filters, int values, int pixels) {

    void result(FloatPointer kernel, FloatPointer patches, FloatPointer result) {
        for (int g = 0; g < groups; g++) {
            cblas_sgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasNoTrans,
                    filters,
                    pixels,
                    values,
                    1,
                    ofKernel(kernel, g),
                    values,
                    ofPatches(patches, g),
                    pixels,
                    0,
                    ofResult(result, g),
                    pixels);
        }
    }

    /** Adds what one sample gives, or with the first sample begins. */
    void kernelGradient(FloatPointer resultGradient, FloatPointer patches, boolean first, FloatPointer gradient) {
        for (int g = 0; g < groups; g++) {
            cblas_sgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasTrans,
                    filters,
                    values,
                    pixels,
                    1,
                    ofResult(resultGradient, g),
                    pixels,
                    ofPatches(patches, g),
                    pixels,
                    first ? 0 : 1,
                    ofKernel(gradient, g),
                    values);
        }
    }

    void patchesGradient(FloatPointer kernel, FloatPointer resultGradient, FloatPointer gradient) {
        for (int g = 0; g < groups; g++) {
            cblas_sgemm(
                    CblasRowMajor,
                    CblasTrans,
                    CblasNoTrans,
                    values,
                    pixels,
                    filters,
                    1,
                    ofKernel(kernel, g),
                    values,
                    ofResult(resultGradient, g),
                    pixels,
                    0,
                    ofPatches(gradient, g),
                    pixels);
        }
    }

    private FloatPointer ofKernel(FloatPointer pointer, int group) {
        return pointer.getPointer((long) group * filters * values);
    }

    private FloatPointer ofPatches(FloatPointer pointer, int group) {
        return pointer.getPointer((long) group * values * pixels);
    }

    private FloatPointer ofResult(FloatPointer pointer, int group) {
        return pointer.getPointer((long) group * filters * pixels);
    }
}

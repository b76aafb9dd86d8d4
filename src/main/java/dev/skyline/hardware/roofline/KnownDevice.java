package dev.skyline.hardware.roofline;

import static dev.skyline.hardware.roofline.Family.CPU;
import static dev.skyline.hardware.roofline.Family.GPU;
import static dev.skyline.hardware.roofline.Family.MICROCONTROLLER;

/** Common devices by their data sheets. Where a sheet has no peak, it is cores × clock × operations in a cycle. */
public enum KnownDevice {
    /** Nothing: the other settings say it. */
    CUSTOM("A device of your own", CPU, new Figures(0, 0, 0, 0), ""),
    RASPBERRY_PI_4(
            "Raspberry Pi 4 Model B, 4 Cortex-A72 at 1.5 GHz",
            CPU,
            new Figures(48, 0, 0, 12.8),
            "Raspberry Pi 4 Model B product brief (LPDDR4-3200, 32 bit); Arm Cortex-A72 Software Optimization Guide: 8"
                    + " FLOP a cycle and core"),
    RASPBERRY_PI_5(
            "Raspberry Pi 5, 4 Cortex-A76 at 2.4 GHz",
            CPU,
            new Figures(153.6, 307.2, 614.4, 17.1),
            "Raspberry Pi 5 product brief (LPDDR4X-4267, 32 bit); Arm Cortex-A76 Software Optimization Guide: 16 FLOP a"
                    + " cycle and core at 32 bits, twice at 16, four times as dot products at 8"),
    JETSON_NANO(
            "NVIDIA Jetson Nano, GPU of 128 cores at 921 MHz",
            GPU,
            new Figures(236, 472, 0, 25.6),
            "NVIDIA Jetson Nano System-on-Module data sheet: 472 GFLOPs at 16 bits, half of it at 32; LPDDR4-3200, 64 bit"),
    JETSON_ORIN_NANO(
            "NVIDIA Jetson Orin Nano 8GB, GPU of 1024 cores at 625 MHz",
            GPU,
            new Figures(1280, 0, 20_000, 68),
            "NVIDIA Jetson Orin Nano Series data sheet: 40 TOPs sparse, 20 dense; LPDDR5, 128 bit, 68 GB/s"),
    STM32H743(
            "ST STM32H743, Cortex-M7 at 480 MHz",
            MICROCONTROLLER,
            new Figures(0.96, 0, 1.92, 1.92),
            "ST STM32H743 data sheet (AXI SRAM, 64 bit at 240 MHz); Arm Cortex-M7 Technical Reference Manual: one"
                    + " multiply–accumulate a cycle at 32 bits, two as SMLAD"),
    INTEL_N100(
            "Intel N100, 4 cores at 3.4 GHz",
            CPU,
            new Figures(217.6, 0, 0, 38.4),
            "Intel product specifications of the N100 (DDR5-4800, one channel); Intel 64 and IA-32 Optimization Reference"
                    + " Manual, Gracemont: two 128-bit pipes, 16 FLOP a cycle and core"),
    XEON_GOLD_6226(
            "Intel Xeon Gold 6226, 12 cores at 2.7 GHz",
            CPU,
            new Figures(2073.6, 0, 8294.4, 140.8),
            "Intel product specifications of the Xeon Gold 6226 (two AVX-512 FMA units, 64 FLOP a cycle and core; VNNI four"
                    + " times at 8 bits; DDR4-2933, six channels)"),
    EPYC_7763(
            "AMD EPYC 7763, 64 cores at 2.45 GHz",
            CPU,
            new Figures(5017.6, 0, 0, 204.8),
            "AMD EPYC 7003 Series Processors data sheet (DDR4-3200, eight channels); Software Optimization Guide for AMD"
                    + " Family 19h: two 256-bit FMA, 32 FLOP a cycle and core"),
    GTX_1080_TI(
            "NVIDIA GeForce GTX 1080 Ti, 3584 cores at 1582 MHz",
            GPU,
            new Figures(11_340, 0, 0, 484),
            "NVIDIA GeForce GTX 1080 Ti specifications (boost clock; 352 bit at 11 Gbit/s)"),
    RTX_3060(
            "NVIDIA GeForce RTX 3060 12GB, 3584 cores at 1777 MHz",
            GPU,
            new Figures(12_740, 0, 0, 360),
            "NVIDIA GeForce RTX 3060 specifications (boost clock; 192 bit at 15 Gbit/s)"),
    TITAN_RTX(
            "NVIDIA TITAN RTX, 4608 cores at 1770 MHz",
            GPU,
            new Figures(16_300, 130_000, 0, 672),
            "NVIDIA TITAN RTX specifications: 130 tensor TFLOPS, 672 GB/s; 32 bits: cores × boost clock × 2"),
    T4(
            "NVIDIA T4",
            GPU,
            new Figures(8100, 65_000, 130_000, 320),
            "NVIDIA T4 data sheet and product brief: 8.1 TFLOPS, 65 at 16 bits, 130 TOPS at 8, 320 GB/s"),
    V100(
            "NVIDIA V100 SXM2",
            GPU,
            new Figures(15_700, 125_000, 0, 900),
            "NVIDIA V100 data sheet: 15.7 TFLOPS, 125 tensor TFLOPS, 900 GB/s"),
    A100(
            "NVIDIA A100 40GB",
            GPU,
            new Figures(19_500, 312_000, 624_000, 1555),
            "NVIDIA A100 data sheet: 19.5 TFLOPS, 312 at 16 bits, 624 TOPS at 8, 1,555 GB/s"),
    APPLE_M1(
            "Apple M1, GPU of 8 cores",
            GPU,
            new Figures(2600, 0, 0, 68.3),
            "Apple newsroom, Apple unleashes M1 (2.6 teraflops); LPDDR4X-4266, 128 bit");

    private final String label;
    private final Family family;
    private final Figures figures;
    private final String source;

    KnownDevice(String label, Family family, Figures figures, String source) {
        this.label = label;
        this.family = family;
        this.figures = figures;
        this.source = source;
    }

    /** For people: which model of it, at which clock. */
    public String label() {
        return label;
    }

    /** The documents that the figures are from. */
    public String source() {
        return source;
    }

    Family family() {
        return family;
    }

    Figures figures() {
        return figures;
    }
}

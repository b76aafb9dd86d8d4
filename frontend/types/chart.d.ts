// The part of Chart.js that the pages use; the library itself is a classic script from its webjar.

interface ChartPoint { x: number; y: number }
type ChartOptions = Record<string, unknown>;
interface ChartDataset { data: ChartPoint[]; [option: string]: unknown }
interface ChartElement { datasetIndex: number; index: number }

declare class Chart {
  constructor(canvas: HTMLCanvasElement, configuration: {
    type: string;
    data: { datasets: ChartDataset[] };
    options: ChartOptions;
    plugins?: { id: string; [hook: string]: unknown }[];
  });
  data: { datasets: ChartDataset[] };
  options: any;
  update(mode?: string): void;
  destroy(): void;
}

// The JSON of /api/v1 as far as the pages use it.

interface FieldError { field: string; message: string }

interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  errors?: FieldError[];
}

interface Paged<T> { items: T[]; page: number; size: number; totalItems: number }

type ExperimentState = 'QUEUED' | 'RUNNING' | 'PAUSED' | 'STOPPING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
type TrialState = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'EARLY_STOPPED' | 'INFEASIBLE' | 'FAILED' | 'CANCELLED';

/** The target may be an aggregate of several: max(a,b). */
interface MetricRef { metric: string; target?: string | null }
interface Objective extends MetricRef { goal?: number | null }
interface Constraint extends MetricRef { atMost?: number | null; atLeast?: number | null; confidence?: number | null }
interface PluginChoice { type: string; settings?: Record<string, unknown> }

interface ExperimentSpec {
  name?: string;
  notes?: string;
  labels?: string[];
  dataset?: string | null;
  benchmark?: string | null;
  task?: { input: number[]; classes: number } | null;
  searchSpace?: PluginChoice;
  strategy: PluginChoice;
  estimator: PluginChoice;
  hardwareTargets: string[];
  objectives: Objective[];
  constraints?: Constraint[];
  budget: { maxTrials?: number | null; maxDuration?: string | null; maxFailedTrials?: number | null };
  parallelism?: number | null;
  memory?: 'on' | 'off';
  seed?: number | null;
}

interface Experiment {
  id: string;
  name: string;
  notes?: string | null;
  labels?: string[];
  state: ExperimentState;
  reason?: string | null;
  message?: string | null;
  spec: ExperimentSpec;
  trials: {
    total: number; queued: number; running: number; succeeded: number;
    earlyStopped: number; infeasible: number; failed: number; cancelled: number;
  };
  progress: { trialsDone: number; maxTrials: number; timeLeft?: string | null; elapsed?: string | null };
  createdAt: string;
  startedAt?: string | null;
  finishedAt?: string | null;
}

interface Measurement extends MetricRef {
  value: number;
  unit: string;
  source: string;
  p95?: number | null;
  spread?: number | null;
  low?: number | null;
  high?: number | null;
  steady?: boolean | null;
}

interface Epoch {
  epoch: number;
  epochs: number;
  trainingLoss: number;
  validationLoss: number;
  accuracy: number;
  seconds: number;
}

interface NetworkNode { name: string; inputs: string[]; layer: string; shape?: number[]; [property: string]: unknown }
interface NetworkJson { input: number[]; nodes: NetworkNode[] }

interface Trial {
  number: number;
  state: TrialState;
  reason?: string | null;
  message?: string | null;
  source?: string | null;
  architecture: { id: string; text: string };
  parent?: number | null;
  fidelity: { epochs: number; dataFraction: number };
  sequence?: number | null;
  attempt?: number | null;
  measurements: Measurement[];
  measuredAgain?: { at: string; measurements: Measurement[]; message?: string | null } | null;
  createdAt: string;
  startedAt?: string | null;
  finishedAt?: string | null;
  learningCurve?: Epoch[];
  network?: NetworkJson | null;
  links?: { model?: string };
}

interface BaselineInfo {
  id: string;
  name: string;
  state: 'MEASURING' | 'MEASURED' | 'FAILED';
  reason?: string | null;
  message?: string | null;
  shape: number[];
  classes: number;
  statedAccuracy?: number | null;
  measurements: Measurement[];
  createdAt: string;
}

interface Axis { metric: string; target?: string | null; unit: string; direction: 'MAXIMIZE' | 'MINIMIZE' }

/** Each point is [trial, x, y, on the front, feasible]. */
interface Points { x: Axis; y: Axis; points: [number, number, number, 0 | 1, 0 | 1][] }

interface FrontPoint {
  trial: number;
  architecture: { id: string; text: string };
  x: number;
  y: number;
  low?: number | null;
  high?: number | null;
  source?: string | null;
  measuredAgain?: { value: number; p95?: number | null; spread?: number | null; at: string } | null;
  measurements?: Measurement[];
}

/** Why no trial meets the limits: the nearest one, what it misses, and the smallest change of limits that helps. */
interface Infeasibility {
  architecture: { id: string; text: string };
  trial?: number | null;
  misses: (MetricRef & { bound: number; atMost: boolean; value: number; missedBy: number })[];
  relaxation: Constraint[];
  message: string;
}

interface Recommendation extends MetricRef {
  atMost?: number | null;
  quality: Axis;
  best?: FrontPoint | null;
  knee?: FrontPoint | null;
  alternatives: FrontPoint[];
  infeasibility?: Infeasibility | null;
}

interface Front {
  x: Axis;
  y: Axis;
  points: FrontPoint[];
  hypervolume?: number | null;
  referencePoint?: { x: number; y: number } | null;
  knee?: FrontPoint | null;
  limits?: Constraint[];
  infeasibility?: Infeasibility | null;
}

interface HistoryPoint {
  sequence: number;
  trial: number;
  at: string;
  elapsedSeconds: number;
  hypervolume?: number | null;
  best: Record<string, number>;
}
interface SearchHistory { points: HistoryPoint[]; referencePoint?: Record<string, number> | null }

interface SettingSchema {
  type: 'integer' | 'number' | 'boolean' | 'string' | 'array' | 'object';
  description?: string;
  default?: unknown;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  items?: SettingSchema;
  'x-unit'?: string;
}
interface SettingsSchema { type: 'object'; properties?: Record<string, SettingSchema> }

/** Kinds of hardware target tell besides whether they answer without a trained network, and of what data they are made. */
interface PluginInfo {
  id: string;
  about: string;
  source?: string;
  settings: SettingsSchema;
  tasks?: string[];
  modelled?: boolean;
  data?: string | null;
}
interface MetricInfo {
  key: string;
  unit: string;
  direction: 'MAXIMIZE' | 'MINIMIZE';
  about: string;
  needsTarget: boolean;
  searchable: boolean;
}
interface Catalogue {
  searchSpaces: PluginInfo[];
  strategies: PluginInfo[];
  estimators: PluginInfo[];
  hardwareTargets: PluginInfo[];
  metrics: MetricInfo[];
}

interface DatasetInfo {
  name: string;
  type: string;
  hash: string;
  shape: number[];
  classes: { name: string; count: number }[];
  samples: number;
  source?: string | null;
  licence?: string | null;
  notes?: string | null;
  createdAt: string;
}
interface BenchmarkInfo {
  name: string;
  searchSpace: PluginChoice;
  input: number[];
  classes: number;
  columns: string[];
  epochs: number[];
  rows: number;
  architectures: number;
  targets: { name: string; metrics: string[] }[];
  createdAt: string;
}

interface DatasetSamples {
  columns?: string[];
  classes: { name: string; count: number; samples?: number[]; rows?: (number | string | null)[][] }[];
}

interface Quality {
  samples: number;
  medianError: number;
  within10Percent: number;
  spearman?: number | null;
  coverage: number;
}

/** A sample of a predictor, as foretold by a model that had not seen it. */
interface Residual { architecture: string; measured: number; predicted: number; low: number; high: number }

interface HardwareTargetInfo {
  name: string;
  kind: string;
  settings: Record<string, unknown>;
  description?: string | null;
  createdAt: string;
  state?: 'READY' | 'CALIBRATING' | 'FAILED';
  why?: string | null;
  readOnly?: boolean;
  benchmark?: string | null;
  hasData?: boolean;
  calibration?: { done: number; total: number } | null;
  agent?: {
    connected: boolean;
    lastSeen?: string | null;
    hardware?: {
      cpu?: string | null;
      cores?: number | null;
      memory?: number | null;
      os?: string | null;
      runtime?: string | null;
    } | null;
  } | null;
  quality?: Quality | null;
  token?: string | null;
}

interface TargetTest {
  architecture: { id: string; text: string };
  measurements: Measurement[];
  estimatedOperators?: string[] | null;
  unseenOperators?: string[] | null;
}

interface ComparisonSummary {
  id: string;
  name: string;
  createdAt: string;
  strategies: string[];
  runsDone: number;
  runsTotal: number;
}

interface PairedTest { wins: number; losses: number; ties: number; p: number }

/** Each point of a curve is [evaluation, mean, low, high]. */
interface ComparedStrategy {
  strategy: PluginChoice;
  runs: number;
  mean?: number | null;
  deviation?: number | null;
  rank?: number | null;
  againstRandom?: PairedTest | null;
  curve: [number, number, number, number][];
}

interface ComparisonRun { strategy: number; seed: number; experiment: string; state: ExperimentState; trials: number }

interface ComparisonInfo {
  id: string;
  name: string;
  createdAt: string;
  state: 'RUNNING' | 'FINISHED';
  runsDone: number;
  runsTotal: number;
  measure?: string | null;
  smallerIsBetter: boolean;
  strategies: ComparedStrategy[];
  runs: ComparisonRun[];
}

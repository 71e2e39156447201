/**
 * The papers of our small arXiv. Ids, titles, authors and categories are facts about real papers; days are near enough.
 * The abstracts are not arXiv's: `abstractOf` makes one up and says so.
 */
export interface Paper {
  /** As arXiv's lists print it; old listings have ids with a subject class (`nlin.CD/0703037`). */
  id: string;
  title: string;
  authors: readonly string[];
  /** The primary one first. */
  categories: readonly [string, ...string[]];
  /** Day of the first version, `YYYY-MM-DD`. */
  submitted: string;
  versions?: number;
  withdrawn?: boolean;
  comments?: string;
}

const AUGUST = "2021-08-10";
const JANUARY = "2022-01-11";

/** Papers that the bundled digests names. */
const archivedPapers: readonly Paper[] = [
  {
    id: "2108.04840",
    title: "Post-hoc Interpretability for Neural NLP: A Survey",
    authors: ["Andreas Madsen", "Siva Reddy", "Sarath Chandar"],
    categories: ["cs.CL", "cs.LG", "cs.NE"],
    submitted: AUGUST,
  },
  {
    id: "2108.05036",
    title: "DEMix Layers: Disentangling Domains for Modular Language Modeling",
    authors: ["Suchin Gururangan", "Mike Lewis", "Ari Holtzman", "Noah A. Smith", "Luke Zettlemoyer"],
    categories: ["cs.CL", "cs.AI"],
    submitted: AUGUST,
    comments: "Code is public",
  },
  {
    id: "2108.04979",
    title:
      "Simple black-box universal adversarial attacks on medical image classification based on deep neural networks",
    authors: ["Kazuki Koga", "Kazuhiro Takemoto"],
    categories: ["cs.CV", "cs.CR", "cs.LG"],
    submitted: AUGUST,
  },
  {
    id: "2108.04886",
    title: "Differentiable Surface Rendering via Non-Differentiable Sampling",
    authors: ["Forrester Cole", "Kyle Genova", "Avneesh Sud", "Daniel Vlasic", "Zhoutong Zhang"],
    categories: ["cs.GR", "cs.CV"],
    submitted: AUGUST,
  },
  {
    id: "2108.04927",
    title: "Embodied BERT: A Transformer Model for Embodied, Language-guided Visual Task Completion",
    authors: ["Alessandro Suglia", "Qiaozi Gao", "Jesse Thomason", "Govind Thattai", "Gaurav Sukhatme"],
    categories: ["cs.CV", "cs.AI", "cs.CL", "cs.LG"],
    submitted: AUGUST,
  },
  {
    id: "2108.05149",
    title: "Logic Explained Networks",
    authors: [
      "Gabriele Ciravegna",
      "Pietro Barbiero",
      "Francesco Giannini",
      "Marco Gori",
      "Pietro Lió",
      "Marco Maggini",
      "Stefano Melacci",
    ],
    categories: ["cs.LG", "cs.AI", "cs.LO", "cs.NE"],
    submitted: AUGUST,
  },
  {
    id: "2108.04962",
    title: "Adaptive Multi-Resolution Attention with Linear Complexity",
    authors: ["Yao Zhang", "Yunpu Ma", "Thomas Seidl", "Volker Tresp"],
    categories: ["cs.LG", "cs.AI"],
    submitted: AUGUST,
  },
  {
    id: "2108.01887",
    title: "PARADISE: Exploiting Parallel Data for Multilingual Sequence-to-Sequence Pretraining",
    authors: ["Machel Reid", "Mikel Artetxe"],
    categories: ["cs.CL", "cs.LG"],
    submitted: "2021-08-04",
  },
  {
    id: "2108.08787",
    title: "Mr. TyDi: A Multi-lingual Benchmark for Dense Retrieval",
    authors: ["Xinyu Zhang", "Xueguang Ma", "Peng Shi", "Jimmy Lin"],
    categories: ["cs.CL", "cs.IR"],
    submitted: "2021-08-19",
  },
  {
    id: "2201.04182",
    title: "HyperTransformer: Model Generation for Supervised and Semi-Supervised Few-Shot Learning",
    authors: ["Andrey Zhmoginov", "Mark Sandler", "Max Vladymyrov"],
    categories: ["cs.LG", "cs.CV"],
    submitted: JANUARY,
    versions: 2,
  },
  {
    id: "2201.04600",
    title: "Deep Symbolic Regression for Recurrent Sequences",
    authors: ["Stéphane d'Ascoli", "Pierre-Alexandre Kamienny", "Guillaume Lample", "François Charton"],
    categories: ["cs.LG"],
    submitted: JANUARY,
  },
  {
    id: "2201.04288",
    title: "Multiview Transformers for Video Recognition",
    authors: [
      "Shen Yan",
      "Xuehan Xiong",
      "Anurag Arnab",
      "Zhichao Lu",
      "Mi Zhang",
      "Chen Sun",
      "Cordelia Schmid",
    ],
    categories: ["cs.CV", "cs.LG"],
    submitted: JANUARY,
  },
  {
    id: "2201.04337",
    title: "PromptBERT: Improving BERT Sentence Embeddings with Prompts",
    authors: ["Ting Jiang", "Shaohan Huang", "Zihan Zhang", "Deqing Wang", "Fuzhen Zhuang", "Furu Wei"],
    categories: ["cs.CL"],
    submitted: JANUARY,
  },
  {
    id: "2010.04296",
    title: "CausalWorld: A Robotic Manipulation Benchmark for Causal Structure and Transfer Learning",
    authors: ["Ossama Ahmed", "Frederik Träuble", "Anirudh Goyal", "Alexander Neitz", "Manuel Wüthrich"],
    categories: ["cs.RO", "cs.LG", "stat.ML"],
    submitted: "2020-10-08",
  },
  {
    id: "2106.06899",
    title: "Memory-efficient Transformers via Top-$k$ Attention",
    authors: ["Ankit Gupta", "Guy Dar", "Shaya Goodman", "David Ciprut", "Jonathan Berant"],
    categories: ["cs.CL", "cs.LG"],
    submitted: "2021-06-13",
  },
  {
    id: "2101.06804",
    title: "What Makes Good In-Context Examples for GPT-$3$?",
    authors: ["Jiachang Liu", "Dinghan Shen", "Yizhe Zhang", "Bill Dolan", "Lawrence Carin", "Weizhu Chen"],
    categories: ["cs.CL"],
    submitted: "2021-01-17",
  },
];

/** Papers that no digest of the archive names. */
const otherPapers: readonly Paper[] = [
  {
    id: "2108.12409",
    title: "Train Short, Test Long: Attention with Linear Biases Enables Input Length Extrapolation",
    authors: ["Ofir Press", "Noah A. Smith", "Mike Lewis"],
    categories: ["cs.CL"],
    submitted: "2021-08-27",
    versions: 2,
  },
  {
    id: "2108.02035",
    title:
      "Knowledgeable Prompt-tuning: Incorporating Knowledge into Prompt Verbalizer for Text Classification",
    authors: ["Shengding Hu", "Ning Ding", "Huadong Wang", "Zhiyuan Liu", "Juanzi Li", "Maosong Sun"],
    categories: ["cs.CL"],
    submitted: "2021-08-04",
  },
  {
    id: "2108.10604",
    title: "Prompt-Learning for Fine-Grained Entity Typing",
    authors: ["Ning Ding", "Yulin Chen", "Xu Han", "Guangwei Xu", "Pengjun Xie", "Hai-Tao Zheng"],
    categories: ["cs.CL"],
    submitted: "2021-08-24",
    comments: "Work in progress",
  },
  {
    id: "2108.11601",
    title: "Retrieval Augmented Code Generation and Summarization",
    authors: ["Md Rizwan Parvez", "Wasi Uddin Ahmad", "Saikat Chakraborty", "Baishakhi Ray", "Kai-Wei Chang"],
    categories: ["cs.SE", "cs.CL"],
    submitted: "2021-08-26",
  },
  {
    id: "2108.13161",
    title: "Differentiable Prompt Makes Pre-trained Language Models Better Few-shot Learners",
    authors: ["Ningyu Zhang", "Luoqiu Li", "Xiang Chen", "Shumin Deng", "Zhen Bi", "Chuanqi Tan"],
    categories: ["cs.CL", "cs.AI", "cs.CV", "cs.IR", "cs.LG"],
    submitted: "2021-08-30",
  },
  {
    id: "2201.03545",
    title: "A ConvNet for the 2020s",
    authors: ["Zhuang Liu", "Hanzi Mao", "Chao-Yuan Wu", "Christoph Feichtenhofer", "Trevor Darrell"],
    categories: ["cs.CV"],
    submitted: "2022-01-10",
  },
  {
    id: "2201.02177",
    title: "Grokking: Generalization Beyond Overfitting on Small Algorithmic Datasets",
    authors: ["Alethea Power", "Yuri Burda", "Harri Edwards", "Igor Babuschkin", "Vedant Misra"],
    categories: ["cs.LG"],
    submitted: "2022-01-06",
  },
  {
    id: "1706.03762",
    title: "Attention Is All You Need",
    authors: [
      "Ashish Vaswani",
      "Noam Shazeer",
      "Niki Parmar",
      "Jakob Uszkoreit",
      "Llion Jones",
      "Aidan N. Gomez",
      "Lukasz Kaiser",
      "Illia Polosukhin",
    ],
    categories: ["cs.CL", "cs.LG"],
    submitted: "2017-06-12",
    versions: 7,
    comments: "15 pages, 5 figures",
  },
  {
    id: "1412.6980",
    title: "Adam: A Method for Stochastic Optimization",
    authors: ["Diederik P. Kingma", "Jimmy Ba"],
    categories: ["cs.LG"],
    submitted: "2014-12-22",
    versions: 9,
  },
  {
    id: "0704.0374",
    title: "A paper that was withdrawn, for the tests of Hot Papers",
    authors: ["Nobody Particular"],
    categories: ["physics.gen-ph"],
    submitted: "2007-04-03",
    withdrawn: true,
    comments: "This paper has been withdrawn",
  },
  {
    id: "hep-th/9901001",
    title: "String Junctions and Their Duals in Heterotic String Theory",
    authors: ["Yosuke Imamura"],
    categories: ["hep-th"],
    submitted: "1999-01-01",
  },
  {
    id: "math/0202001",
    title: "From fractal groups to fractal sets",
    authors: ["Laurent Bartholdi", "Rostislav I. Grigorchuk", "Volodymyr V. Nekrashevych"],
    categories: ["math.GR", "math.DS"],
    submitted: "2002-02-01",
  },
  {
    id: "nlin.CD/0703037",
    title: "A paper with a subject class in its id, for the tests of Hot Papers",
    authors: ["Somebody Else"],
    categories: ["nlin.CD"],
    submitted: "2007-03-16",
  },
];

/** Every paper by its id. */
export const papers: ReadonlyMap<string, Paper> = new Map(
  [...archivedPapers, ...otherPapers].map((each) => [each.id, each]),
);

/** Ids of the papers that the bundled digests names. `papers.test.ts` compares that with the archive. */
export const archivedIds: ReadonlySet<string> = new Set(archivedPapers.map(({ id }) => id));

/** The paper of an id, which must be one of ours. */
export function paper(id: string): Paper {
  const found = papers.get(id);
  if (!found) throw new Error(`our arXiv has no paper ${id}`);
  return found;
}

/** An abstract of our own making, about as long as a real one. */
export function abstractOf({ title, categories }: Paper): string {
  return (
    `This is not the abstract of the paper "${title}": it was written for the tests and the demo of Hot Papers, where ` +
    `text has to stand but need not be read. It is about as long as the abstracts that people write for ${categories[0]}, ` +
    "so that lines break where they would break on the real page, and it holds a formula, $O(n \\log n)$, since readers of " +
    "arXiv see formulas everywhere. Whoever wants to know what the authors found should follow the link to arXiv, read the " +
    "paper there, and perhaps look at what others said about it on the day it came out. Nothing more is to be learned here."
  );
}

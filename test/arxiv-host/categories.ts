/** arXiv's names of the categories and archives that our papers belong to. */
const names: Record<string, string> = {
  cs: "Computer Science",
  "cs.AI": "Artificial Intelligence",
  "cs.CL": "Computation and Language",
  "cs.CR": "Cryptography and Security",
  "cs.CV": "Computer Vision and Pattern Recognition",
  "cs.GR": "Graphics",
  "cs.IR": "Information Retrieval",
  "cs.LG": "Machine Learning",
  "cs.LO": "Logic in Computer Science",
  "cs.NE": "Neural and Evolutionary Computing",
  "cs.RO": "Robotics",
  "cs.SE": "Software Engineering",
  "hep-th": "High Energy Physics - Theory",
  math: "Mathematics",
  "math.DS": "Dynamical Systems",
  "math.GR": "Group Theory",
  nlin: "Nonlinear Sciences",
  "nlin.CD": "Chaotic Dynamics",
  physics: "Physics",
  "physics.gen-ph": "General Physics",
  stat: "Statistics",
  "stat.ML": "Machine Learning",
};

/** `cs.CL` is "Computation and Language"; a name that we do not have is the category itself. */
export function categoryName(category: string): string {
  return names[category] ?? category;
}

/** `cs.CL` belongs to `cs`, `hep-th` to itself. */
export function archiveOf(category: string): string {
  return category.split(".")[0] ?? category;
}

/** "Computation and Language (cs.CL)". */
export function subject(category: string): string {
  return `${categoryName(category)} (${category})`;
}
